# tour/models.py
from datetime import datetime
from enum import Enum

from pydantic import BaseModel, EmailStr, Field


class Role(str, Enum):
    ADMIN = "admin"
    EDITOR = "editor"
    READER = "reader"


class Address(BaseModel):
    street: str
    city: str


class User(BaseModel):
    id: int = Field(ge=1)
    name: str
    email: EmailStr
    role: Role
    address: Address
    joined_at: datetime


class Order(BaseModel):
    id: int = Field(ge=1)
    user_id: int
    product_name: str
    price: float = Field(gt=0)
