"""A dataclass's methods as closures; Brython's module evaluates their source."""

REMOVED = ("_AutoDocstring", "_tuple_str", "_field_assign", "_field_init", "_init_param")
ADDED = (
    "_steps", "_initializer", "_repr_fn", "_eq_fn", "_order_fn", "_values", "_signature",
    "_parameter",
)  # fmt: skip


class _FuncBuilder:
    """Collect the methods of a class, and put them there.

    The stock one collects their source.
    """

    def __init__(self, globals):
        self.functions = []

    def add_fn(
        self,
        name,
        fn,
        *,
        overwrite_error=False,
        unconditional_add=False,
        return_type=MISSING,
        annotation_fields=None,
    ):
        fn.__name__ = name
        annotations = None if annotation_fields is None else (annotation_fields, return_type)
        self.functions.append((fn, overwrite_error, unconditional_add, annotations))

    def add_fns_to_class(self, cls):
        for fn, overwrite_error, unconditional_add, annotations in self.functions:
            fn.__module__ = cls.__module__
            fn.__qualname__ = f"{cls.__qualname__}.{fn.__name__}"
            if annotations is not None:
                fn.__annotate__ = _make_annotate_function(cls, fn.__name__, *annotations)
            if unconditional_add:
                setattr(cls, fn.__name__, fn)
            elif _set_new_attribute(cls, fn.__name__, fn) and overwrite_error:
                message = f"Cannot overwrite attribute {fn.__name__} in class {cls.__name__}"
                if overwrite_error is not True:
                    message = f"{message} {overwrite_error}"
                raise TypeError(message)


def _init_fn(
    fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, func_builder, slots
):
    seen_default = None
    for f in std_fields:
        if not (f.default is MISSING and f.default_factory is MISSING):
            seen_default = f
        elif seen_default:
            raise TypeError(
                f"non-default argument {f.name!r} follows default argument {seen_default.name!r}"
            )
    parameters = [*std_fields, *kw_only_fields]
    fn = make_function(
        "__init__",
        __name__,
        (self_name, *[f.name for f in std_fields]),
        [f.name for f in kw_only_fields],
        {
            f.name: _HAS_DEFAULT_FACTORY if f.default is MISSING else f.default
            for f in parameters
            if f.default is not MISSING or f.default_factory is not MISSING
        },
        _initializer(fields, [f.name for f in parameters], frozen, has_post_init, slots),
    )
    func_builder.add_fn(
        "__init__",
        fn,
        return_type=None,
        annotation_fields=[f.name for f in fields if f.init],
    )


def _steps(fields, names, slots):
    """What `__init__` sets: name, its parameter's number or None, factory, value."""
    for f in fields:
        if f._field_type is _FIELD_INITVAR:
            continue
        factory = None if f.default_factory is MISSING else f.default_factory
        if f.init:
            yield f.name, names.index(f.name), factory, None
        elif factory is not None or (slots and f.default is not MISSING):
            yield f.name, None, factory, f.default


def _initializer(fields, names, frozen, has_post_init, slots):
    """Return what `__init__` does, as a function that takes every parameter by position."""
    assign = object.__setattr__ if frozen else setattr
    steps = list(_steps(fields, names, slots))
    init_only = [names.index(f.name) for f in fields if f._field_type is _FIELD_INITVAR]

    def initialize(self, *values):
        for name, number, factory, value in steps:
            if number is not None:
                value = values[number]
                if factory is not None and value is _HAS_DEFAULT_FACTORY:
                    value = factory()
            elif factory is not None:
                value = factory()
            assign(self, name, value)
        if has_post_init:
            self.__post_init__(*[values[number] for number in init_only])

    return initialize


def _frozen_set_del_attr(cls, fields, func_builder):
    names = {f.name for f in fields}

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    func_builder.add_fn("__setattr__", __setattr__, overwrite_error=True)
    func_builder.add_fn("__delattr__", __delattr__, overwrite_error=True)


def _hash_add(cls, fields, func_builder):
    names = [f.name for f in fields if (f.compare if f.hash is None else f.hash)]

    def __hash__(self):
        return hash(_values(self, names))

    func_builder.add_fn("__hash__", __hash__, unconditional_add=True)


def _repr_fn(fields):
    names = [f.name for f in fields]

    @recursive_repr()
    def __repr__(self):
        shown = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{self.__class__.__qualname__}({shown})"

    return __repr__


def _eq_fn(names):
    def __eq__(self, other):
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        equal = True
        for name in names:
            equal = getattr(self, name) == getattr(other, name)
            if not equal:
                break
        return equal

    return __eq__


def _order_fn(name, names):
    compare = getattr(tuple, name)

    def method(self, other):
        if other.__class__ is self.__class__:
            return compare(_values(self, names), _values(other, names))
        return NotImplemented

    return method


def _values(obj, names):
    return tuple([getattr(obj, name) for name in names])


def _signature(cls, init, std_fields, kw_only_fields):
    parameters = []
    if init:
        keywords = [_parameter(f) for f in kw_only_fields]
        parameters = [*map(_parameter, std_fields), *(keywords and ["*", *keywords])]
    return f"{cls.__name__}({', '.join(parameters)})"


def _parameter(f):
    kind = f.type
    if isinstance(kind, type) and not isinstance(kind, types.GenericAlias):
        text = kind.__qualname__
        if kind.__module__ != "builtins":
            text = f"{kind.__module__}.{text}"
    else:
        text = repr(kind)
        if getattr(kind, "__module__", None) == "typing":
            text = text.replace("typing.", "")
    if f.default_factory is not MISSING:
        return f"{f.name}: {text} = <factory>"
    return f"{f.name}: {text}" + ("" if f.default is MISSING else f" = {f.default!r}")
