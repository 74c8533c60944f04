"""The tables of a blog, and its services."""

from __future__ import annotations

from datetime import datetime, timezone
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(AsyncAttrs, DeclarativeBase):
    type_annotation_map = {datetime: sa.DateTime(timezone=True)}


class Author(Base):
    __tablename__ = "author"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=sa.func.now())
    posts: Mapped[list[Post]] = relationship(back_populates="author")


class Post(Base):
    __tablename__ = "post"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    title: Mapped[str] = mapped_column(sa.String(120))
    slug: Mapped[str] = mapped_column(sa.String(140), unique=True)
    status: Mapped[str] = mapped_column(default="draft")
    published_at: Mapped[datetime | None]
    author_id: Mapped[UUID] = mapped_column(sa.ForeignKey("author.id"))
    author: Mapped[Author] = relationship(back_populates="posts")
    tags: Mapped[list[Tag]] = relationship(secondary="post_tag")


class Tag(Base):
    __tablename__ = "tag"
    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(sa.String(60), unique=True)


post_tag = sa.Table(
    "post_tag",
    Base.metadata,
    sa.Column("post_id", sa.ForeignKey("post.id"), primary_key=True),
    sa.Column("tag_id", sa.ForeignKey("tag.id"), primary_key=True),
)


async def publish(session: AsyncSession, post: Post) -> None:
    """Publish *post* now, in a transaction of its own."""
    post.status = "published"
    post.published_at = datetime.now(timezone.utc)
    await session.commit()


async def list_published(session: AsyncSession, author: Author) -> list[str]:
    """Return the titles of what *author* has published."""
    query = sa.select(Post.title).where(Post.author == author, Post.status == "published")
    return [*await session.scalars(query)]
