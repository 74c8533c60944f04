"""The models of the shop."""

from django.contrib.auth.models import User
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models


class Customer(models.Model):
    class Tier(models.TextChoices):
        BASIC = "basic", "Basic"
        GOLD = "gold", "Gold"

    user = models.OneToOneField(User, on_delete=models.CASCADE)
    phone = models.CharField(max_length=20, blank=True)
    tier = models.CharField(max_length=5, choices=Tier, default=Tier.BASIC)


class Tag(models.Model):
    name = models.SlugField(max_length=30, unique=True)


class Product(models.Model):
    sku = models.CharField(
        max_length=8, unique=True, validators=[RegexValidator(r"^[A-Z]{3}-\d{4}$")]
    )
    name = models.CharField(max_length=60)
    price = models.DecimalField(max_digits=7, decimal_places=2, validators=[MinValueValidator(1)])
    photo = models.FileField(upload_to="products/", blank=True)
    tags = models.ManyToManyField(Tag, related_name="products", blank=True)


class Order(models.Model):
    class Status(models.TextChoices):
        OPEN = "open"
        PAID = "paid"

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="orders")
    status = models.CharField(max_length=4, choices=Status, default=Status.OPEN)
    placed_at = models.DateTimeField()
    note = models.TextField(blank=True)


class OrderLine(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    product = models.ForeignKey(Product, on_delete=models.PROTECT)
    quantity = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quantity__gte=1, quantity__lte=100), name="quantity"
            ),
            models.UniqueConstraint(fields=["order", "product"], name="one_line_per_product"),
        ]
