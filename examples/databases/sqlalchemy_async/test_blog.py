# databases/sqlalchemy_async/test_blog.py
import pytest
from models import Author, Post, list_published, publish
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from pytest_fixturegen import AsyncMake


async def test_a_post_is_by_the_author_of_the_test(post: Post, author: Author):
    assert post.author is author
    assert author.created_at is not None  # the database chose it


async def test_a_draft_is_published(db_session: AsyncSession, post: Post, author: Author):
    assert (post.status, post.published_at) == ("draft", None)
    await publish(db_session, post)
    assert await list_published(db_session, author) == [post.title]


async def test_only_published_posts_are_listed(
    db_session: AsyncSession, make_post: AsyncMake[Post], author: Author
):
    published = await make_post("published", title="Hello World")
    await make_post.batch(2)
    assert published.slug.startswith("hello-world")
    assert await list_published(db_session, author) == ["Hello World"]


async def test_a_post_brings_its_author_and_tags(make_post: AsyncMake[Post]):
    post = await make_post(author={"name": "Ada"}, tags=2)
    assert post.author.name == "Ada"
    assert len({tag.label for tag in post.tags}) == 2


async def test_slugs_are_unique(make_post: AsyncMake[Post], post: Post):
    with pytest.raises(IntegrityError, match="post_slug_key"):
        await make_post(slug=post.slug)


async def test_a_post_need_not_be_saved(make_post: AsyncMake[Post], db_session: AsyncSession):
    assert make_post.build() not in db_session


@pytest.mark.parametrize("turn", range(5))
async def test_rows_never_collide(make_post: AsyncMake[Post], turn: int):
    posts = await make_post.batch(10)
    assert len({post.slug for post in posts}) == 10
