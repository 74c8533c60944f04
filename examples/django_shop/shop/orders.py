"""What the shop does with orders."""

from decimal import Decimal

from shop.models import Customer, Order

DISCOUNTS = {Customer.Tier.GOLD: Decimal("0.10")}


def compute_total(order: Order) -> Decimal:
    """Return the price of all lines of *order*, less the discount of its customer."""
    lines = order.lines.select_related("product")
    total = sum((line.quantity * line.product.price for line in lines), Decimal(0))
    discount = DISCOUNTS.get(order.customer.tier, Decimal(0))
    return (total * (1 - discount)).quantize(Decimal("0.01"))


def pay_order(order: Order) -> None:
    """Mark *order* as paid. Raise ValueError if it has no lines or is paid already."""
    if order.status == Order.Status.PAID:
        raise ValueError("the order is paid already")
    if not order.lines.exists():
        raise ValueError("the order has no lines")
    order.status = Order.Status.PAID
    order.save(update_fields=["status"])
