"""Models with every kind of field, key, relation and constraint."""

import decimal
import uuid

from django.contrib.auth.models import AbstractUser
from django.core import validators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


def require_even(value):
    if value % 2:
        raise ValidationError("expected an even number")


def name_folder(instance, name):
    return f"{instance.pk}/{name}"


class Level(models.IntegerChoices):
    LOW = 1
    HIGH = 2


class Rate(decimal.Decimal, models.Choices):
    FULL = "0.21", "full"
    REDUCED = "0.09", "reduced"


class Customer(AbstractUser):
    """The user of the project, in place of that of Django."""

    nickname = models.CharField(max_length=20, blank=True)


class Stamped(models.Model):
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)
    seen = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True


class Everything(models.Model):
    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        DONE = "done", "Done"

    GROUPS = [("A", [("a1", "one"), ("a2", "two")]), ("b", "b")]

    status = models.CharField(max_length=5, choices=Status, default=Status.DRAFT)
    grouped = models.CharField(max_length=2, choices=GROUPS)
    level = models.IntegerField(choices=Level)
    rate = models.DecimalField(max_digits=3, decimal_places=2, choices=Rate)
    color = models.CharField(max_length=9, choices=[("", "none"), ("red", "red")], blank=True)
    title = models.CharField(max_length=12)
    short = models.CharField(max_length=2)
    note = models.TextField(blank=True)
    plate = models.CharField(
        max_length=9, validators=[validators.RegexValidator(r"^[A-Z]{2}-\d{3}\Z")]
    )
    word = models.CharField(max_length=30, validators=[validators.MinLengthValidator(5)])
    slug = models.SlugField()
    contact = models.EmailField(max_length=24)
    home = models.URLField(max_length=40)
    token = models.UUIDField()
    payload = models.JSONField()
    price = models.DecimalField(max_digits=7, decimal_places=3)
    small_price = models.DecimalField(max_digits=3, decimal_places=2)
    ratio = models.FloatField(validators=[validators.MaxValueValidator(0.5)])
    even = models.IntegerField(validators=[require_even, validators.MinValueValidator(10)])
    big = models.BigIntegerField()
    small = models.SmallIntegerField()
    positive = models.PositiveIntegerField()
    positive_big = models.PositiveBigIntegerField()
    positive_small = models.PositiveSmallIntegerField()
    is_open = models.BooleanField()
    maybe = models.BooleanField(null=True)
    day = models.DateField()
    moment = models.DateTimeField()
    clock = models.TimeField()
    span = models.DurationField()
    raw = models.BinaryField(max_length=8)
    host = models.GenericIPAddressField()
    host6 = models.GenericIPAddressField(protocol="IPv6")
    file = models.FileField(upload_to="files/%Y/%m/%d", max_length=60)
    sheet = models.FileField(validators=[validators.FileExtensionValidator(["csv"])])
    picture = models.FileField(upload_to=name_folder)
    missing = models.CharField(max_length=10, null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(positive__gte=5, positive__lte=90), name="range"),
            models.CheckConstraint(condition=Q(short__in=["ab", "cd"]), name="list"),
        ]


class Author(Stamped):
    name = models.CharField(max_length=60)
    email = models.EmailField(unique=True)


class Tag(models.Model):
    name = models.CharField(max_length=30, unique=True)


class Book(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="books")
    editor = models.ForeignKey(
        Author, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    sequel = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True)
    tags = models.ManyToManyField(Tag, related_name="books")
    title = models.CharField(max_length=80)
    begin = models.DateField()
    end = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["author", "title"], name="title"),
            models.CheckConstraint(condition=Q(begin__lt=F("end")), name="order"),
        ]


class Novel(Book):
    pages = models.PositiveIntegerField()


class Place(models.Model):
    name = models.CharField(max_length=40)


class Bar(Place):
    seats = models.PositiveSmallIntegerField()


class Visit(models.Model):
    bar = models.ForeignKey(Bar, on_delete=models.PROTECT, db_column="where")
    customer = models.ForeignKey("shop.Customer", on_delete=models.CASCADE, to_field="username")

    class Meta:
        unique_together = [("bar", "customer")]


class Profile(models.Model):
    customer = models.OneToOneField("shop.Customer", on_delete=models.CASCADE, primary_key=True)
    about = models.TextField()


class LoudTag(Tag):
    class Meta:
        proxy = True


class Membership(models.Model):
    club = models.ForeignKey("Club", on_delete=models.CASCADE)
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    is_active = models.BooleanField(default=True)


class Club(models.Model):
    name = models.CharField(max_length=30)
    members = models.ManyToManyField(Author, through=Membership)


class Checked(models.Model):
    alpha = models.PositiveIntegerField()
    beta = models.PositiveIntegerField()

    def clean(self):
        if self.alpha % 2 == self.beta % 2:
            raise ValidationError("one of alpha and beta must be even")


class Shouting(models.Model):
    name = models.CharField(max_length=30)

    def save(self, *args, **kwargs):
        self.name = self.name.upper()
        super().save(*args, **kwargs)


class Computed(models.Model):
    width = models.IntegerField()
    double = models.GeneratedField(
        expression=F("width") * 2, output_field=models.IntegerField(), db_persist=True
    )
    state = models.CharField(max_length=9, db_default="new")
