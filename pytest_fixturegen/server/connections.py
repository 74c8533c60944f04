"""Connections that a simulated network can break: a protocol of uvicorn that hands out the key."""

from __future__ import annotations

from typing import Any

from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from pytest_fixturegen.server.network import DROP_EXTENSION


class BreakableProtocol(AutoHTTPProtocol):  # type: ignore[misc,valid-type]  # chosen at import
    """Serves HTTP, and lets the application break the connection without an answer."""

    app: Any

    def connection_made(self, transport: Any) -> None:
        """Start to serve the connection. Its requests have the extension ``pfg.drop``."""
        super().connection_made(transport)
        app: Any = self.app

        async def call_app(
            scope: Scope,
            receive: Receive,
            send: Send,
        ) -> None:
            scope.setdefault("extensions", {})[DROP_EXTENSION] = transport.abort
            await app(scope, receive, send)

        self.app = call_app
