# bookings/app.py
from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, FastAPI, HTTPException, Query, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, EmailStr, Field, model_validator

TOKEN = "let-me-in"


class Room(BaseModel):
    id: int = Field(ge=1)
    name: str = Field(min_length=1, max_length=40)
    kind: Literal["office", "hall", "studio"]
    seats: int = Field(ge=1, le=200)


class NewBooking(BaseModel):
    room_id: int
    email: EmailStr
    guests: int = Field(ge=1, le=200)
    first_day: date
    last_day: date
    notes: list[Annotated[str, Field(max_length=80)]] = Field([], max_length=5)

    @model_validator(mode="after")
    def ends_after_it_starts(self) -> "NewBooking":
        if self.last_day < self.first_day:
            raise ValueError("the last day is before the first day")
        return self


class Booking(NewBooking):
    id: int


ROOMS: dict[int, Room] = {}
BOOKINGS: dict[int, Booking] = {}


def require_token(
    given: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())],
) -> None:
    if given.credentials != TOKEN:
        raise HTTPException(403)


app = FastAPI(dependencies=[Depends(require_token)])


@app.exception_handler(RequestValidationError)
async def explain_refusal(request: Request, error: RequestValidationError) -> JSONResponse:
    return JSONResponse({"errors": jsonable_encoder(error.errors())}, 422)


@app.get("/rooms")
def list_rooms(
    kind: Literal["office", "hall", "studio"] | None = None,
    min_seats: Annotated[int, Query(ge=1, le=200)] = 1,
) -> list[Room]:
    rooms = ROOMS.values()
    return [room for room in rooms if kind in (None, room.kind) and room.seats >= min_seats]


@app.get("/rooms/{room_id}")
def get_room(room_id: int) -> Room:
    if room_id not in ROOMS:
        raise HTTPException(404)
    return ROOMS[room_id]


@app.post("/bookings", status_code=201)
def add_booking(new: NewBooking) -> Booking:
    if new.room_id not in ROOMS:
        raise HTTPException(404)
    booking = Booking(id=len(BOOKINGS) + 1, **new.model_dump())
    BOOKINGS[booking.id] = booking
    return booking
