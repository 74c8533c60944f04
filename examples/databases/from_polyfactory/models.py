"""The tables and the schemas of a clinic's API."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from uuid import UUID, uuid4

import sqlalchemy as sa
from pydantic import BaseModel, EmailStr, Field
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Species(str, Enum):
    CAT = "cat"
    DOG = "dog"
    RABBIT = "rabbit"


class Base(DeclarativeBase):
    pass


class Owner(Base):
    __tablename__ = "owner"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    name: Mapped[str] = mapped_column(sa.String(60))
    email: Mapped[str] = mapped_column(unique=True)
    pets: Mapped[list[Pet]] = relationship(back_populates="owner")


class Pet(Base):
    __tablename__ = "pet"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    name: Mapped[str] = mapped_column(sa.String(40))
    species: Mapped[Species]
    chip: Mapped[str | None] = mapped_column(sa.String(15), unique=True)
    owner_id: Mapped[UUID] = mapped_column(sa.ForeignKey("owner.id"))
    owner: Mapped[Owner] = relationship(back_populates="pets")


class PetIn(BaseModel):
    name: str = Field(max_length=40)
    species: Species
    chip: str | None = Field(default=None, pattern=r"^\d{15}$")


class VisitRequest(BaseModel):
    email: EmailStr
    pets: list[PetIn] = Field(min_length=1, max_length=5)
    wanted_at: datetime
    reason: str


def estimate_minutes(request: VisitRequest) -> int:
    """Return how long a visit takes: ten minutes for a pet, five more for a dog."""
    return sum(15 if pet.species is Species.DOG else 10 for pet in request.pets)


async def admit(session: AsyncSession, owner: Owner, pet: PetIn) -> Pet:
    """Save a pet of *owner*."""
    row = Pet(**pet.model_dump(), owner=owner)
    session.add(row)
    await session.commit()
    return row


async def count_pets(session: AsyncSession, owner: Owner) -> int:
    """Return how many pets *owner* has."""
    query = sa.select(sa.func.count()).select_from(Pet).where(Pet.owner_id == owner.id)
    return await session.scalar(query) or 0
