"""A model with the fields that only PostgreSQL has."""

from django.contrib.postgres.fields import ArrayField, DateRangeField, IntegerRangeField
from django.db import models


class Parcel(models.Model):
    codes = ArrayField(models.CharField(max_length=8), size=4)
    grid = ArrayField(models.PositiveIntegerField(), default=list)
    weights = IntegerRangeField()
    window = DateRangeField(null=True)
