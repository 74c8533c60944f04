# tour/test_tour.py
import pytest
from hypothesis import given
from models import Order, Role, User

from pytest_fixturegen import Make, Pfg, strategy


def test_a_fixture_gives_a_model(user: User, admin: User, owner: User):
    assert (user.address.city, admin.role, owner.role) == (
        user.address.city,
        Role.ADMIN,
        Role.EDITOR,
    )


def test_variants_run_by_their_ids(any_role: User):  # as-admin, as-editor, as-reader
    assert any_role.role in Role


def test_cases_run_with_other_values(some: User):  # case0, case1, case2
    assert some.email


def test_lists_have_as_many_as_you_say(orders: list[Order]):
    assert len({order.id for order in orders}) == 5


def test_links_hold_between_the_fixtures_of_a_test(order: Order, user: User):
    assert order.user_id == user.id


def test_what_is_persisted_is_there(saved: User, table: dict[int, User]):
    assert table == {saved.id: saved}


def test_factories_make_as_many_as_you_ask_for(make_order: Make[Order], user: User):
    ours = make_order.batch(3, user_id=user.id)
    assert len({order.id for order in [*ours, make_order()]}) == 4


@pytest.mark.pfg(user={"name": "Ada", "address": {"city": "Oslo"}})
class TestOverrides:
    def test_a_mark_fixes_fields_and_merges(self, user: User):
        assert (user.name, user.address.city) == ("Ada", "Oslo")

    @pytest.mark.parametrize("user", [{"name": "Bob"}], ids=["bob"], indirect=True)
    def test_so_does_an_indirect_parameter(self, user: User):
        assert (user.name, user.address.city) == ("Bob", "Oslo")


def test_models_on_demand(pfg: Pfg):
    first, second = pfg.batch(User, 2)
    assert first != second
    assert pfg.build(Order, price=9.5).price == 9.5


@given(strategy(Order))
def test_hypothesis_draws_from_the_same_plan(order: Order):
    assert order.price > 0
