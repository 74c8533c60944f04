# tour/test_tour.py
import pytest
from hypothesis import given
from models import Order, Role, User

from pytest_fixturegen import Make, Pfg, strategy


def test_a_fixture_gives_a_model(user: User, admin: User, owner: User):
    assert user.id >= 1
    assert (admin.role, owner.role) == (Role.ADMIN, Role.EDITOR)


def test_variants_run_once_each(any_role: User):  # as-admin, as-editor, as-reader
    assert any_role.role in Role


def test_cases_have_different_values(some: User):  # case0, case1, case2
    assert "@" in some.email


def test_a_list_has_n_items(orders: list[Order]):
    assert len({order.id for order in orders}) == 5


def test_a_link_takes_a_value_of_another_fixture(order: Order, user: User):
    assert order.user_id == user.id


def test_persist_saves_the_value(saved: User, table: dict[int, User]):
    assert table == {saved.id: saved}


def test_a_factory_makes_several_models(make_order: Make[Order], user: User):
    ours = make_order.batch(3, user_id=user.id)
    assert len({order.id for order in [*ours, make_order()]}) == 4


@pytest.mark.pfg(user={"name": "Ada", "address": {"city": "Oslo"}})
class TestOverrides:
    def test_a_mark_overrides_fields(self, user: User):
        assert (user.name, user.address.city) == ("Ada", "Oslo")

    @pytest.mark.parametrize("user", [{"name": "Bob"}], ids=["bob"], indirect=True)
    def test_an_indirect_parameter_overrides_fields(self, user: User):
        assert (user.name, user.address.city) == ("Bob", "Oslo")


def test_models_on_demand(pfg: Pfg):
    first, second = pfg.batch(User, 2)
    assert first != second
    assert pfg.build(Order, price=9.5).price == 9.5


@given(strategy(Order))
def test_hypothesis_draws_from_the_same_plan(order: Order):
    assert order.price > 0
