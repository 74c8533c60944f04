"""Applications with the features that requests have to know, and with bugs that they find."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import (
    APIRouter,
    Depends,
    FastAPI,
    File,
    Form,
    Header,
    HTTPException,
    Query,
    Request,
    Response,
    UploadFile,
)
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.security import HTTPBearer
from pydantic import BaseModel, Field

NOT_FOUND: dict[int | str, dict[str, Any]] = {404: {"description": "Not found"}}


class Item(BaseModel):
    id: int
    name: str


class NewItem(BaseModel):
    name: str = Field(min_length=1, max_length=20)
    size: int = Field(ge=1, le=9)


class Filters(BaseModel):
    model_config = {"extra": "forbid"}

    page: int = Field(1, ge=1, le=50)
    words: list[str] = Field([], max_length=2)


def build_shop() -> FastAPI:  # noqa: C901 - one function for each operation
    """Return an application without bugs, with nearly everything that operations can have."""
    app = FastAPI()
    stored: dict[int, Item] = {1: Item(id=1, name="one")}

    @app.get("/items")
    def list_items(filters: Annotated[Filters, Query()]) -> list[Item]:
        return list(stored.values())

    @app.post("/items", status_code=201)
    def add_item(new: NewItem) -> Item:
        return Item(id=2, name=new.name)

    @app.get("/items/{item_id}", responses=NOT_FOUND)
    def get_item(item_id: int) -> Item:
        if item_id not in stored:
            raise HTTPException(404)
        return stored[item_id]

    @app.put("/items/{item_id}/owner")
    def set_owner(
        item_id: int, new: NewItem, owner: NewItem, note: Annotated[str, Header()]
    ) -> None:
        if item_id not in stored:
            raise HTTPException(404)

    @app.patch("/optional")
    def change(new: NewItem | None = None) -> NewItem | None:
        return new

    @app.post("/form")
    def send_form(name: Annotated[str, Form(max_length=5)], age: Annotated[int, Form(ge=3)]) -> int:
        return age

    @app.post("/upload")
    def upload(
        file: UploadFile, raw: Annotated[bytes, File()], note: Annotated[str, Form()] = ""
    ) -> int:
        return file.size or 0

    @app.get("/files/{path:path}")
    def get_file(path: str) -> str:
        return path

    @app.get("/old", status_code=307)
    def redirect() -> Response:
        return Response(status_code=307, headers={"location": "/health"})

    @app.delete("/all", status_code=204, response_model=None)
    def delete_all() -> None: ...

    @app.get("/hidden", include_in_schema=False)
    def hide() -> None: ...

    part = FastAPI()

    @part.get("/health")
    def get_health() -> dict[str, bool]:
        return {"ok": True}

    app.mount("/part", part)
    return app


def require_key(x_key: Annotated[str, Header(min_length=3)]) -> None:
    """Refuse requests without the right key."""
    if x_key != "the key":
        raise HTTPException(403)


def require_bearer(given: Annotated[Any, Depends(HTTPBearer())]) -> None:
    """Refuse requests without the right token."""
    if given.credentials != "token":
        raise HTTPException(401)


def build_guarded() -> FastAPI:
    """Return an application that needs a token and, in a router, a key."""
    app = FastAPI(dependencies=[Depends(require_bearer)])
    router = APIRouter(prefix="/inner", dependencies=[Depends(require_key)])

    @router.post("/items")
    def add_item(new: NewItem) -> NewItem:
        return new

    app.include_router(router, prefix="/v1")
    return app


def build_dividing() -> FastAPI:
    """Return an application that fails for zero."""
    app = FastAPI()

    @app.post("/divide")
    def divide(number: Annotated[int, Query(le=100)], by: int) -> int:
        return number // by

    return app


def build_forgetful() -> FastAPI:
    """Return an application that documents its rules, but reads the body itself without them."""
    app = FastAPI()
    schema = {"schema": NewItem.model_json_schema()}
    body = {"required": True, "content": {"application/json": schema}}

    @app.post("/items", status_code=201, openapi_extra={"requestBody": body})
    async def add_item(request: Request) -> dict[str, Any]:
        return {"name": "?"}

    return app


def build_unlike_its_document() -> FastAPI:
    """Return an application whose response is not the documented one."""
    app = FastAPI()

    @app.get("/item", response_model=Item)
    def get_item() -> JSONResponse:
        return JSONResponse({"id": "one"})

    @app.get("/status")
    def get_status() -> Response:
        return Response(status_code=202)

    @app.get("/text", response_model=Item)
    def get_text() -> Response:
        return Response("hello", media_type="text/plain")

    return app


def build_with_handler(status: int, *, is_documented: bool) -> FastAPI:
    """Return an application that answers invalid requests with *status*."""
    app = FastAPI(responses={status: {"description": "Invalid"}} if is_documented else None)

    @app.exception_handler(RequestValidationError)
    async def refuse(request: Request, error: RequestValidationError) -> JSONResponse:
        return JSONResponse({"detail": "invalid"}, status)

    @app.post("/items")
    def add_item(new: NewItem) -> NewItem:
        return new

    return app
