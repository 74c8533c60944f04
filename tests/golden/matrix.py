"""The 168 field types that a generator has to serve, by name: ROWS maps a label to an
annotation.
"""

# ruff: noqa
import warnings

warnings.simplefilter("ignore")
import datetime as dt, uuid, enum, re, ipaddress, pathlib, collections, decimal
from collections import deque
from typing import *
from typing_extensions import TypedDict, NotRequired
from dataclasses import dataclass
import annotated_types as at
from pydantic import *
from pydantic import types as pt
from pydantic.networks import *


class E(enum.Enum):
    a = 1
    b = 2


class IE(enum.IntEnum):
    a = 1
    b = 2


class FL(enum.Flag):
    a = 1
    b = 2


class Inner(BaseModel):
    x: int


class TD(TypedDict):
    a: int
    b: NotRequired[str]


@dataclass
class DC:
    a: int


class NT(NamedTuple):
    a: int
    b: str


class Al(BaseModel):
    user_name: str = Field(alias="userName")


class AlPop(BaseModel):
    model_config = ConfigDict(populate_by_name=True)
    user_name: str = Field(alias="userName")


class VAl(BaseModel):
    user_name: str = Field(validation_alias="userName")


class R(RootModel[list[int]]):
    pass


class RI(RootModel[int]):
    pass


T = TypeVar("T")


class G(BaseModel, Generic[T]):
    x: T


class A1(BaseModel):
    kind: Literal["a"]
    v: int


class A2(BaseModel):
    kind: Literal["b"]
    w: str


NewT = NewType("NewT", int)


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    a: int


class Comp(BaseModel):
    model_config = ConfigDict(extra="forbid")
    a: int

    @computed_field
    @property
    def b(self) -> int:
        return self.a * 2


class Strict(BaseModel):
    model_config = ConfigDict(strict=True)
    a: int
    b: dt.datetime
    c: uuid.UUID
    d: decimal.Decimal
    e: E


ROWS = {
    "int": int,
    "int ge=18": Annotated[int, Field(ge=18)],
    "int ge=100 (no upper)": Annotated[int, Field(ge=100)],
    "int gt=10": Annotated[int, Field(gt=10)],
    "int le=-50": Annotated[int, Field(le=-50)],
    "int multiple_of=5": Annotated[int, Field(multiple_of=5, ge=0, le=1000)],
    "PositiveInt": PositiveInt,
    "NegativeInt": NegativeInt,
    "NonNegativeInt": NonNegativeInt,
    "StrictInt": StrictInt,
    "float ge=100": Annotated[float, Field(ge=100.0)],
    "float gt=0,lt=1e-7": Annotated[float, Field(gt=0, lt=1e-7)],
    "float multiple_of=.5": Annotated[float, Field(multiple_of=0.5)],
    "FiniteFloat": FiniteFloat,
    "Decimal": decimal.Decimal,
    "Decimal ge=1000": Annotated[decimal.Decimal, Field(ge=1000)],
    "Decimal mx5 dp2": Annotated[decimal.Decimal, Field(max_digits=5, decimal_places=2)],
    "Decimal dp=0": Annotated[decimal.Decimal, Field(decimal_places=0)],
    "Decimal max_digits=2,dp=2": Annotated[decimal.Decimal, Field(max_digits=2, decimal_places=2)],
    "condecimal mult": condecimal(multiple_of=decimal.Decimal("0.25")),
    "str": str,
    "str min=50": Annotated[str, Field(min_length=50)],
    "str max=3": Annotated[str, Field(max_length=3)],
    "str max=0": Annotated[str, Field(max_length=0)],
    "regex [A-Z]{20}": Annotated[str, Field(pattern=r"^[A-Z]{20}$")],
    "regex email-like": Annotated[str, Field(pattern=r"^[a-z]{5,10}@[a-z]{5,10}\.com$")],
    "regex iban": Annotated[str, Field(pattern=r"^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$")],
    "regex lookahead": Annotated[str, Field(pattern=r"^[a-z]+$", min_length=30)],
    "regex \\w+": Annotated[str, Field(pattern=r"^\w+$")],
    "regex .*": Annotated[str, Field(pattern=r"^.*$")],
    "regex unanchored": Annotated[str, Field(pattern=r"\d{3}")],
    "to_lower str": Annotated[str, StringConstraints(to_lower=True, min_length=5)],
    "StringConstraints pattern": Annotated[str, StringConstraints(pattern=r"^AB\d{4}$")],
    "constr(pattern)": constr(pattern=r"^AB\d{4}$"),
    "strip ws": Annotated[str, StringConstraints(strip_whitespace=True)],
    "Optional[Annotated[str,pat]]": Optional[Annotated[str, Field(pattern=r"^AB\d{4}$")]],
    "list[Annotated[int,ge=100]]": list[Annotated[int, Field(ge=100)]],
    "list[Annotated[str,pat]]": list[Annotated[str, Field(pattern=r"^AB\d{4}$")]],
    "dict[str,Annotated int ge100]": dict[str, Annotated[int, Field(ge=100)]],
    "Union[Annotated..]": Union[
        Annotated[int, Field(ge=100)], Annotated[str, Field(pattern="^X$")]
    ],
    "bool": bool,
    "bytes": bytes,
    "bytes min=10": Annotated[bytes, Field(min_length=10)],
    "None": None,
    "Any": Any,
    "object": object,
    "complex": complex,
    "datetime": dt.datetime,
    "date": dt.date,
    "time": dt.time,
    "timedelta": dt.timedelta,
    "AwareDatetime": AwareDatetime,
    "NaiveDatetime": NaiveDatetime,
    "PastDatetime": PastDatetime,
    "FutureDatetime": FutureDatetime,
    "PastDate": PastDate,
    "FutureDate": FutureDate,
    "datetime ge": Annotated[
        dt.datetime, Field(ge=dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc))
    ],
    "date range": Annotated[dt.date, Field(ge=dt.date(2024, 1, 1), le=dt.date(2024, 12, 31))],
    "UUID": uuid.UUID,
    "UUID1": UUID1,
    "UUID3": UUID3,
    "UUID4": UUID4,
    "UUID5": UUID5,
    "UUID7": getattr(pt, "UUID7", UUID4),
    "EmailStr": EmailStr,
    "NameEmail": NameEmail,
    "HttpUrl": HttpUrl,
    "AnyUrl": AnyUrl,
    "AnyHttpUrl": AnyHttpUrl,
    "FileUrl": FileUrl,
    "PostgresDsn": PostgresDsn,
    "RedisDsn": RedisDsn,
    "MongoDsn": MongoDsn,
    "AmqpDsn": AmqpDsn,
    "KafkaDsn": KafkaDsn,
    "WebsocketUrl": WebsocketUrl,
    "MySQLDsn": MySQLDsn,
    "IPv4Address": ipaddress.IPv4Address,
    "IPv6Address": ipaddress.IPv6Address,
    "IPv4Network": ipaddress.IPv4Network,
    "IPvAnyAddress": IPvAnyAddress,
    "IPvAnyNetwork": IPvAnyNetwork,
    "SecretStr": SecretStr,
    "SecretBytes": SecretBytes,
    "Secret[int]": Secret[int],
    "Json": Json,
    "Json[list[int]]": Json[list[int]],
    "Base64Bytes": Base64Bytes,
    "Base64Str": Base64Str,
    "ByteSize": ByteSize,
    "ImportString": ImportString,
    "Path": pathlib.Path,
    "FilePath": FilePath,
    "DirectoryPath": DirectoryPath,
    "NewPath": NewPath,
    "Pattern": re.Pattern,
    "Enum": E,
    "IntEnum": IE,
    "Flag": FL,
    "Literal": Literal["a", "b"],
    "Literal mixed": Literal["a", 1, None],
    "list": list,
    "list[int]": list[int],
    "List[str]": List[str],
    "list min=20": Annotated[list[int], Field(min_length=20)],
    "list[Inner]": list[Inner],
    "list[Inner] min=150": Annotated[list[Inner], Field(min_length=150)],
    "set[int] min=5": Annotated[set[int], Field(min_length=5)],
    "set[str]": set[str],
    "set[bool] min 2": Annotated[set[bool], Field(min_length=2)],
    "frozenset[int]": frozenset[int],
    "tuple[int,str]": tuple[int, str],
    "tuple[int,...]": tuple[int, ...],
    "tuple[int,int,int]": tuple[int, int, int],
    "tuple": tuple,
    "deque[int]": deque[int],
    "Sequence[int]": Sequence[int],
    "Iterable[int]": Iterable[int],
    "Mapping[str,int]": Mapping[str, int],
    "MutableMapping": MutableMapping[str, int],
    "dict": dict,
    "dict[str,int]": dict[str, int],
    "dict[int,str]": dict[int, str],
    "dict[UUID,int]": dict[uuid.UUID, int],
    "dict[Enum,int]": dict[E, int],
    "dict[str,Inner]": dict[str, Inner],
    "dict[str,list[int]]": dict[str, list[int]],
    "list[list[int]]": list[list[int]],
    "list[dict[str,int]]": list[dict[str, int]],
    "defaultdict": DefaultDict[str, int],
    "OrderedDict": OrderedDict[str, int],
    "Counter": collections.Counter[str],
    "Optional[int]": Optional[int],
    "Union[int,str]": Union[int, str],
    "int|str|None": Union[int, str, None],
    "list[int|str]": list[Union[int, str]],
    "list[Optional[int]]": list[Optional[int]],
    "Optional[list[int]]": Optional[list[int]],
    "Inner": Inner,
    "Optional[Inner]": Optional[Inner],
    "Union models": Union[A1, A2],
    "discriminated": Annotated[Union[A1, A2], Field(discriminator="kind")],
    "list[discriminated]": list[Annotated[Union[A1, A2], Field(discriminator="kind")]],
    "TypedDict": TD,
    "dataclass": DC,
    "NamedTuple": NT,
    "list[TypedDict]": list[TD],
    "list[dataclass]": list[DC],
    "list[NamedTuple]": list[NT],
    "alias model": Al,
    "alias+populate_by_name": AlPop,
    "validation_alias": VAl,
    "RootModel[list]": R,
    "RootModel[int]": RI,
    "Generic[int]": G[int],
    "G[Inner]": G[Inner],
    "NewType": NewT,
    "type[int]": type[int],
    "Callable": Callable,
    "frozen+forbid": Frozen,
    "computed+forbid": Comp,
    "strict model": Strict,
    "TypeAliasType": None,
    "ZoneInfo": __import__("zoneinfo").ZoneInfo,
    "Fraction": __import__("fractions").Fraction,
    "conlist": conlist(int, min_length=3, max_length=3),
    "conset": conset(int, min_length=3),
    "AliasChoices": None,
    "str email heuristics": str,
}
from typing_extensions import TypeAliasType

ROWS["TypeAliasType"] = TypeAliasType("MyInt", Annotated[int, Field(ge=1)])
del ROWS["AliasChoices"], ROWS["str email heuristics"]
