"""Patterns that people write: REAL in the syntax of Python, RUST in that of Pydantic alone."""

from hypothesis import strategies as st

UUID4 = r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
OCTET = r"(25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)"
SEMVER = (
    r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)"
    r"(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$"
)
FHIR_DATE_TIME = (
    r"^([0-9]([0-9]([0-9][1-9]|[1-9]0)|[1-9]00)|[1-9]000)(-(0[1-9]|1[0-2])(-(0[1-9]|[1-2][0-9]|3[0-1])"
    r"(T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?(Z|(\+|-)((0[0-9]|1[0-3]):[0-5][0-9]|14:00)))?)?)?$"
)
IMAGE = (
    r"^(?:[a-z0-9.-]+(?::\d{2,5})?/)?[a-z0-9]+(?:[._-][a-z0-9]+)*"
    r"(?:/[a-z0-9]+(?:[._-][a-z0-9]+)*)*(?::[\w][\w.-]{0,127})?$"
)
HOSTNAME = (
    r"^(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]*[a-zA-Z0-9])\.)*"
    r"([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9\-]*[A-Za-z0-9])$"
)
COORDINATES = (
    r"^-?([1-8]?\d(\.\d+)?|90(\.0+)?),\s*"
    r"-?(180(\.0+)?|((1[0-7]\d)|([1-9]?\d))(\.\d+)?)$"
)
REAL = {
    "semver": SEMVER,
    "slug": r"^[a-z0-9]+(?:-[a-z0-9]+)*$",
    "iban": r"^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$",
    "bic": r"^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$",
    "iso date": r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
    "iso time": r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$",
    "uuid4": UUID4,
    "hex colour": r"^#(?:[0-9a-fA-F]{3}){1,2}$",
    "mac": r"^([0-9A-Fa-f]{2}[:-]){5}([0-9A-Fa-f]{2})$",
    "ipv4": rf"^({OCTET}\.){{3}}{OCTET}$",
    "ipv6 full": r"^([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$",
    "e-mail": r"^[\w.+-]+@[\w-]+\.[\w.-]+$",
    "e-mail strict": r"^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}$",
    "k8s name": r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
    "k8s subdomain": r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
    "hostname": HOSTNAME,
    "arn": r"^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:role/[\w+=,.@-]{1,64}$",
    "s3 bucket": r"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
    "docker image": IMAGE,
    "sha256": r"^sha256:[a-f0-9]{64}$",
    "git sha": r"\b[0-9a-f]{7,40}\b",
    "fhir id": r"^[A-Za-z0-9\-.]{1,64}$",
    "fhir dateTime": FHIR_DATE_TIME,
    "fhir code": r"^[^\s]+(\s[^\s]+)*$",
    "fhir oid": r"^urn:oid:[0-2](\.(0|[1-9][0-9]*))+$",
    "no space": r"^\S+$",
    "not blank": r"^(?!\s*$).+",
    "anything": r"^[\s\S]+$",
    "phone e164": r"^\+[1-9]\d{1,14}$",
    "phone us": r"^(\+1[ -]?)?\(?\d{3}\)?[ -]?\d{3}[ -]?\d{4}$",
    "zip": r"^\d{5}(?:-\d{4})?$",
    "postcode uk": r"^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$",
    "postcode ca": r"^[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d$",
    "ssn": r"^(?!000|666|9\d{2})\d{3}-(?!00)\d{2}-(?!0{4})\d{4}$",
    "credit card": r"^(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|3[47][0-9]{13})$",
    "vin": r"^[A-HJ-NPR-Z0-9]{17}$",
    "isbn": r"^(?:97[89]-)?\d{1,5}-\d{1,7}-\d{1,6}-[\dX]$",
    "vat": r"^(DE)?[0-9]{9}$|^(FR)?[0-9A-Z]{2}[0-9]{9}$",
    "currency": r"^(EUR|USD|GBP|CHF)$",
    "amount": r"^-?\d{1,8}(?:\.\d{2})?$",
    "python name": r"^[^\d\W]\w*\Z",
    "snake case": r"^[a-z]+(_[a-z]+)*$",
    "camel case": r"^[a-z]+([A-Z][a-z0-9]+)*$",
    "env var": r"^[A-Z_][A-Z0-9_]*$",
    "url": r"^https?://(?:www\.)?[-\w@:%.+~#=]{1,256}\.[a-z]{2,6}\b(?:[-\w@:%+.~#?&/=]*)$",
    "path": r"^(/[^/ ]*)+/?$",
    "media type": r"^[a-z]+/[a-z0-9.+-]+(; ?[a-z]+=[\w-]+)*$",
    "language": r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$",
    "jwt": r"^[\w-]+\.[\w-]+\.[\w-]*$",
    "base64": r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
    "ulid": r"^[0-7][0-9A-HJKMNP-TV-Z]{25}$",
    "object id": r"^[0-9a-fA-F]{24}$",
    "cron": r"^(\*|[0-5]?\d)( (\*|[0-5]?\d)){4}$",
    "duration": r"^P(?!$)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$",
    "coordinates": COORDINATES,
    "password": r"^(?=.*[A-Z])(?=.*\d)(?=.*[^\w]).{8,}$",
    "password long": r"^(?=.*?[A-Z])(?=.*?[a-z])(?=.*?[0-9])(?=.*?[#?!@$%^&*-]).{8,32}$",
    "password closed": r"^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[@$!%*?&])[A-Za-z\d@$!%*?&]{8,}$",
    "password two digits": r"^(?=(?:.*\d){2})(?=\S+$).{6,20}$",
    "no double dash": r"^(?!.*--)[a-z-]+$",
    "no edge dash": r"^(?!-)[a-z0-9-]{1,63}(?<!-)$",
    "not reserved": r"^(?!(?:admin|root)$)[a-z]{3,12}$",
    "lengths ahead": r"^(?=.{8,20}$)(?![_.])(?!.*[_.]{2})[a-zA-Z0-9._]+(?<![_.])$",
    "quoted": r"""^(["'])[^"']*\1$""",
    "same tag": r"^<([a-z]+)>[^<]*</\1>$",
    "either end": r"^a|b$",
    "word": r"\bfoo\b",
    "inside": r"\Bfoo\B",
    "ahead": r"\d+(?= USD)",
    "behind": r"(?<=\$)\d+",
    "no case": r"(?i)^[^a-y]+[a-f]x$",
    "verbose": r"(?x) ^ [a-c]+ \d  # a letter, then a digit",
    "lines": r"(?m)^a+$\n^b+$",
    "atomic": r"^(a|ab)(c|bcd)(d*)$",
    "letters only": r"^[a-zA-ZÀ-ÿ' -]+$",
    "greek": r"^[\u03b1-\u03c9]{3,5}$",
    "brackets": r"^\[[^\]]*\]\(.*?\)$",
}
RUST = {
    "names": r"^(?<year>\d{4})-(?<month>\d{2})\z",
    "letters": r"^\p{Lu}\p{Ll}+ \pL{2}$",
    "numbers": r"^\p{N}\p{Nd}$",
    "words": r"^\p{Alphabetic}[\p{L}\p{M}'-]*$",
    "scripts": r"^\p{Greek}+ \p{Script=Cyrillic}{2}$",
    "not letters": r"^\P{L}[^\p{L}\s]$",
    "posix": r"^[[:alpha:]_][[:alnum:]_]+[[:^digit:]]$",
    "codes": r"^\x{41}\u{42}[\x{43}-\x{45}]$",
    "set and": r"^[a-z&&[^aeiou]]{3}$",
    "set minus": r"^[\w--\d]+[a-z--[aeiou]]$",
    "flag inside": r"^a(?i)b[^c]$",
    "flags off": r"^(?i-s:a.)b$",
    "ungreedy": r"(?U)^a+b*$",
    "stacked": r"^a++b$",
}

# Random patterns

atoms = st.sampled_from(
    [
        "a",
        "b",
        "Z",
        "7",
        "-",
        r"\.",
        " ",
        ".",
        r"\d",
        r"\w",
        r"\s",
        r"\D",
        r"\W",
        r"\S",
        "[abc]",
        "[^a]",
        r"[\w.-]",
        "[a-f0-9]",
        r"[^\W\d]",
        "[^ -~]",
    ]
)
counts = st.sampled_from(["", "?", "*", "+", "{2}", "{0,3}", "{2,}", "{1,4}", "*?", "+?", "??"])
edges = st.sampled_from([("", ""), ("^", "$"), ("^", ""), ("", "$"), (r"\A", "$")])


def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=4)
    return st.one_of(
        several.map("".join),
        st.tuples(several.map("|".join), counts).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
        st.tuples(several.map("|".join), counts).map(lambda pair: f"({pair[0]}){pair[1]}"),
    )


bodies = st.recursive(st.tuples(atoms, counts).map("".join), grown, max_leaves=8)
anchored = st.tuples(edges, bodies).map(
    lambda pair: pair[0][0] + "(?:" + pair[1] + ")" + pair[0][1]
)
patterns = st.one_of(anchored, st.lists(anchored, min_size=2, max_size=3).map("|".join))
conditions = st.sampled_from(
    [r"(?=.*\d)", r"(?=.*[a-f])", "(?!.*--)", "(?!a)", r"\b", r"(?=.{2,9}$)", r"(?<!b)"]
)
