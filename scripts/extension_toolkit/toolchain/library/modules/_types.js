/* The types that have no name of their own among the builtins, for `types`.
 *
 * Asked for with `type()`, each would need a value, and to be described while a page waits.
 */
(() => {
  const $B = __BRYTHON__

  const types = {
    AsyncGeneratorType: $B.async_generator,
    BuiltinFunctionType: $B.builtin_function_or_method,
    BuiltinMethodType: $B.builtin_method,
    CellType: $B.cell,
    ClassMethodDescriptorType: $B.classmethod_descriptor,
    CodeType: $B.code,
    CoroutineType: $B.coroutine,
    EllipsisType: $B.ellipsis,
    FrameLocalsProxyType: $B.builtins.dict,
    FrameType: $B.frame,
    FunctionType: $B.function,
    GeneratorType: $B.generator,
    GenericAlias: $B.GenericAlias,
    GetSetDescriptorType: $B.getset_descriptor,
    LambdaType: $B.function,
    MappingProxyType: $B.mappingproxy,
    MemberDescriptorType: $B.member_descriptor,
    MethodDescriptorType: $B.method_descriptor,
    MethodType: $B.method,
    MethodWrapperType: $B.method_wrapper,
    ModuleType: $B.module,
    NoneType: $B.NoneType,
    NotImplementedType: $B.NotImplementedType,
    TracebackType: $B.traceback,
    UnionType: $B.UnionType,
    WrapperDescriptorType: $B.wrapper_descriptor,
  }
  Object.assign($B.get_dict($B.imported._types), types, {__all__: $B.$list(Object.keys(types))})
})()
