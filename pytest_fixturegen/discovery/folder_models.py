"""The models of a folder: each of its files is imported, and those that fail are reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from types import ModuleType

from pytest_fixturegen._internal.type_names import is_chosen
from pytest_fixturegen.discovery.found_model import FoundModel
from pytest_fixturegen.discovery.importer import (
    MODEL_KINDS_HINT,
    find_models,
    find_named_model,
    import_target,
    list_defined_models,
    list_public,
)
from pytest_fixturegen.discovery.plain_models import leave_out_plain
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.errors import DiscoveryError, FixturegenError, suggest_nearest

FileCallback = Callable[[int, FixturegenError | None], None]
"""A function of the number of a file, from 0, and the error of its import, if it failed."""

ImportedFile = tuple[Target, ModuleType]


def find_target_models(
    target: Target,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    *,
    with_hidden: bool = False,
    on_file: FileCallback = lambda _, __: None,
) -> list[FoundModel]:
    """Return the models of *target*, a module or a folder, as :func:`find_models` does.

    *on_file* is called for each file of a folder.
    """
    if target.folder:
        return find_folder_models(
            target, include, exclude, with_hidden=with_hidden, on_file=on_file
        )
    return find_models(target, include, exclude, with_hidden=with_hidden)


def find_folder_models(
    target: Target,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    *,
    with_hidden: bool = False,
    public_only: bool = False,
    on_file: FileCallback = lambda _, __: None,
) -> list[FoundModel]:
    """Return the models of the folder *target*, each once, in the order of its files.

    A file whose models are all excluded is not imported. Raise DiscoveryError if no model is left.
    """
    imported = list(_import_files(target, exclude, on_file))
    found = list(_find_in_files(imported, target.qualname, with_hidden, public_only))
    models = _name_once(found)
    if target.qualname:
        return [_require_one(target, models, imported)]
    candidates = models if include else leave_out_plain(models)
    chosen = [model for model in candidates if is_chosen(model.match_names, include, exclude)]
    if chosen:
        return chosen
    if models:
        raise DiscoveryError(
            f"None of the {len(models)} models of {target.module} is selected.",
            hint=f"Full names look like {models[0].match_names[0]!r}; patterns may use * and ?.",
            module=target.module,
        )
    raise DiscoveryError(
        f"{target.module} defines no models: {len(imported)} of its {len(target.members)} files "
        "could be imported.",
        hint=MODEL_KINDS_HINT,
        module=target.module,
    )


def find_folder_names(target: Target, on_file: FileCallback) -> dict[str, type]:
    """Return the models of the folder *target* by the names that a type expression may use."""
    models = find_folder_models(target, with_hidden=True, on_file=on_file)
    return {model.name: model.cls for model in reversed(models)}


def is_left_out(module: str, exclude: Sequence[str]) -> bool:
    """Return whether a pattern of *exclude* matches whatever *module* defines."""
    return not is_chosen((f"{module}.\0",), (), exclude)


def _import_files(
    target: Target,
    exclude: Sequence[str],
    on_file: FileCallback,
) -> Iterator[ImportedFile]:
    """Yield the files of *target* that can be imported, and report all of them."""
    for number, member in enumerate(target.members):
        if is_left_out(member.module, exclude):
            continue
        try:
            module = import_target(member)
        except DiscoveryError as error:
            on_file(number, error)
        else:
            on_file(number, None)
            yield member, module


def _find_in_files(
    imported: Sequence[ImportedFile],
    qualname: str,
    with_hidden: bool,
    public_only: bool,
) -> Iterator[FoundModel]:
    """Yield the models of each file, or the one that *qualname* names in it."""
    for member, module in imported:
        if qualname:
            yield from _find_by_name(member, module, qualname)
            continue
        models = list_defined_models(module, member.module, with_hidden=with_hidden)
        yield from list_public(models, member, module) if public_only else models


def _find_by_name(
    member: Target,
    module: ModuleType,
    qualname: str,
) -> list[FoundModel]:
    """Return the model *qualname* of *module*, if it has one."""
    try:
        return find_named_model(module, replace(member, qualname=qualname))
    except DiscoveryError:
        return []


def _name_once(found: Sequence[FoundModel]) -> list[FoundModel]:
    """Return each model once, by the name of the module that defines it, if that is among them."""
    at_home = {model.cls for model in found if model.module == model.cls.__module__}
    named: dict[type, FoundModel] = {}
    for model in found:
        if model.module == model.cls.__module__ or model.cls not in at_home:
            named.setdefault(model.cls, model)
    return list(named.values())


def _require_one(
    target: Target,
    models: Sequence[FoundModel],
    imported: Sequence[ImportedFile],
) -> FoundModel:
    """Return the only one of *models*. Raise DiscoveryError if there are others, or not one."""
    if len(models) == 1:
        return models[0]
    if models:
        places = ", ".join(f"{model.module}:{model.name}" for model in models)
        raise DiscoveryError(
            f"{target.module} has {len(models)} models {target.qualname!r}: {places}.",
            hint=f"Name one of them, such as {models[0].module}:{models[0].name}.",
            module=target.module,
        )
    known = {model.name for model in _find_in_files(imported, "", False, False)}
    raise DiscoveryError(
        f"No file of {target.module} has a model {target.qualname!r}.",
        hint=suggest_nearest(target.qualname, known),
        module=target.module,
    )
