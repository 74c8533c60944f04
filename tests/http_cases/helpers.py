"""Requests to applications of tests, and what becomes of them."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.http_cases.api_request import ApiRequest, FailedOperation
from pytest_fixturegen.http_cases.applications import list_operations
from pytest_fixturegen.http_cases.request_cases import RequestOptions, build_requests


def list_requests(app: Any, schema: Any = None, **options: Any) -> list[ApiRequest]:
    """Return the requests to *app*; fail if an operation has none."""
    built = build_requests(
        list_operations(app, schema), RequestOptions(**options), GenerationConfig(seed=0)
    )
    failed = [each.reason for each in built if isinstance(each, FailedOperation)]
    if failed:
        raise AssertionError(failed)
    return [each for each in built if isinstance(each, ApiRequest)]


def list_ids(app: Any, schema: Any = None, **options: Any) -> list[str]:
    """Return the ids of the requests to *app*."""
    return [each.id for each in list_requests(app, schema, **options)]


def list_failures(requests: list[ApiRequest], client: Any) -> dict[str, str]:
    """Return the messages of the requests that fail, by id."""
    failures = {}
    for request in requests:
        try:
            request.check(request.send(client))
        except AssertionError as error:
            failures[request.id] = str(error)
    return failures


def find_failures(app: FastAPI, **options: Any) -> dict[str, str]:
    """Return the messages of the requests to *app* that fail, by id."""
    with TestClient(app) as client:
        return list_failures(list_requests(app, **options), client)
