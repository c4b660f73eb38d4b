"""Exact texts that are replaced in modules of Brython's library, with the reason."""

from __future__ import annotations

import re

from ..patching import Patch

# By module.
PATCHES: dict[str, tuple[Patch, ...]] = {
    "_webcomponent": (
        (
            "a class that inherits one of `browser.html` extends its element",
            """            base = stack.pop();
            if (base.__module__ === 'browser.html') {
                    _extends = base.__name__.toLowerCase()
""",
            """            const base = stack.pop();
            if ($B.module_getattr($B.imported['browser.html'], base.tp_name, null) === base) {
                    _extends = base.tp_name.toLowerCase()
""",
        ),
        (
            "the class of an element is written out, not made from text",
            "    var src = String.raw`var WebComponent = class extends HTMLElement {\n",
            "    var WebComponent = class extends window[extend_dom_name] {\n",
        ),
        (
            "its tag is a value then",
            "$B.str_dict_get(tags, 'tag_name', $B.NULL)",
            "$B.str_dict_get(tags, tag_name, $B.NULL)",
        ),
        (
            "also where it is made",
            "$B.$call(maketag, 'tag_name', WebComponent)",
            "$B.$call(maketag, tag_name, WebComponent)",
        ),
        (
            "the browser calls `__init__`",
            "                $B.$call(init, _self)\n",
            "                $python.call(init, _self)\n",
        ),
        (
            "the name of the class",
            """    `
    var name = cls.tp_name,
        code = src.replace(/WebComponent/g, name).
                   replace(/tag_name/g, tag_name).
                   replace(/HTMLElement/, extend_dom_name)
    eval(code)
    var webcomp = eval(name) // JS class for component
""",
            """    var webcomp = WebComponent
    Object.defineProperty(webcomp, 'name', {value: cls.tp_name})
""",
        ),
        (
            "the browser calls the other methods, which may be asynchronous",
            "return $B.$call(v, $B.DOMNode.$factory(this), ...arguments)\n",
            "return $python.call(v, $B.DOMNode.$factory(this), ...arguments)\n",
        ),
    ),
    "_binascii": (
        ("an error has its name", '$B.make_type("error", [', '$B.make_type("Error", ['),
        (
            "what is no digit matters only where somebody says so",
            "            strict_mode = true,\n",
            "            strict_mode = false,\n            ignorechars = _b_.bytes.$factory([]),\n",
        ),
        (
            "what decodes is told",
            "base64_decode(bytes_list, alphabet, padded)",
            "base64_decode(bytes_list, alphabet, padded, $B.$bool(strict_mode),\n"
            "            $B.to_bytes(ignorechars))",
        ),
        (
            "a text is one of digits",
            "_b_.str.encode(string, 'ascii')",
            "_b_.str.tp_funcs.encode(string, 'ascii')",
        ),
        (
            "digits are in pairs",
            "            $B.RAISE(_b_.TypeError, 'Odd-length string')\n",
            "            $B.RAISE(error, 'Odd-length string')\n",
        ),
        (
            "and digits",
            "            res.push((hex2int[s.charAt(i)] << 4)",
            "            if (! /^[\\da-f]{2}$/i.test(s.substr(i, 2))) {\n"
            "                $B.RAISE(error, 'Non-hexadecimal digit found')\n            }\n"
            "            res.push((hex2int[s.charAt(i)] << 4)",
        ),
    ),
    "_csv": (
        (
            "a row may be what can be counted only by taking it all",
            '  except TypeError:\n   raise Error("sequence expected")\n',
            "  except TypeError:\n   row=list(row)\n   rowlen=len(row)\n",
        ),
    ),
    "_pydatetime": (
        (
            "a class is found by its name from its methods",
            "_IsoCalendarDate=IsoCalendarDate\ndel IsoCalendarDate\n",
            "_IsoCalendarDate=IsoCalendarDate\n",
        ),
    ),
    "_struct": (
        ("the error has its name", "class StructError(Exception):\n", "class error(Exception):\n"),
        ("and the one that is raised is this", "error=StructError\n", "StructError=error\n"),
        (
            "truth values and small floats are there",
            "'h':{'size':2,'alignment':0,'pack':pack_signed_int,",
            "'?':{'size':1,'alignment':0,'pack':lambda value,size,le:bytes([bool(value)]),\n"
            "'unpack':lambda data,index,size,le:data[index]!=0},\n"
            "'e':{'size':2,'alignment':0,'pack':pack_float,'unpack':unpack_float},\n"
            "'h':{'size':2,'alignment':0,'pack':pack_signed_int,",
        ),
        *(
            (
                "whose parts have their sizes",
                f"def {name},size,order=LITTLE_ENDIAN):\n ''\n \n \n if size ==8:\n",
                f"def {name},size,order=LITTLE_ENDIAN):\n if size ==2:\n  MIN_EXP=-13\n"
                "  MAX_EXP=16\n  MANT_DIG=11\n  BITS=16\n elif size ==8:\n",
            )
            for name in ("float_pack(x", "float_unpack(Q")
        ),
        (
            "a size goes up to where the next value is aligned, and no further",
            "  if num !=None:\n   result +=num *format['size']\n  else:\n  \n  \n"
            "   if alignment and result:\n"
            "    result +=format['size']-result %format['size']\n   result +=format['size']\n",
            """  if alignment:
   result +=-result %format['size']
  result +=format['size']if num is None else num *format['size']
""",
        ),
        (
            "so do the bytes",
            "   if len(result)and alignment:\n   \n"
            "    padding=format['size']-len(result)%format['size']\n"
            "    result +=[bytes([0])]*padding\n   for var in args[:num]:\n"
            "    result +=[format['pack'](var,format['size'],endianness)]\n",
            """   if alignment:
    result +=[bytes(-sum(map(len,result))%format['size'])]
   for var in args[:num]:
    try:
     result +=[format['pack'](var,format['size'],endianness)]
    except OverflowError as failure:
     raise StructError(str(failure))from None
""",
        ),
        (
            "and where they are read",
            """   if j >0 and alignment:
    padding=format['size']-j %format['size']
    j +=padding
""",
            """   if alignment:
    j +=-j %format['size']
""",
        ),
    ),
    "abc": (
        (
            "`_abc` is there, in JavaScript, and nothing takes its place",
            "try:\n from _abc import(get_cache_token,_abc_init,_abc_register,\n"
            " _abc_instancecheck,_abc_subclasscheck,_get_dump,\n"
            " _reset_registry,_reset_caches)\n"
            "except ImportError:\n from _py_abc import ABCMeta,get_cache_token\n"
            " ABCMeta.__module__='abc'\nelse:\n",
            "from _abc import(get_cache_token,_abc_init,_abc_register,\n"
            "_abc_instancecheck,_abc_subclasscheck,_get_dump,\n"
            "_reset_registry,_reset_caches)\nif True:\n",
        ),
    ),
    "annotationlib": (
        (
            "types are read, not evaluated",
            "import ast\n",
            "from _type_expression import check,evaluate\n",
        ),
        ("template strings belong to the syntax tree", '_Template=type(t"")\n', ""),
        (
            "a type's text is read when it is needed",
            "   code=self.__forward_code__\n",
            """   def names(name):
    for namespace in(locals,globals,builtins.__dict__):
     if name in namespace:
      return namespace[name]
    raise NameError(_NAME_ERROR_MSG.format(name=name),name=name)
""",
        ),
        (
            "so it has no code",
            "    return eval(code,globals=globals,locals=locals)\n",
            "    return evaluate(arg,names)\n",
        ),
        (
            "nor can it be evaluated in part",
            """   new_locals=_StringifierDict(
   {**builtins.__dict__,**globals,**locals},
   globals=globals,
   owner=owner,
   is_class=self.__forward_is_class__,
   format=format,
   )
   try:
    result=eval(code,globals=globals,locals=new_locals)
   except Exception:
    return self
   else:
    new_locals.transmogrify(self.__cell__)
    return result
""",
            "   return self\n",
        ),
        (
            "its text is always known",
            "   self.__arg__=ast.unparse(self.__ast_node__)\n   return self.__arg__\n",
            "   raise AssertionError('a reference without text')\n",
        ),
        (
            "names are never changed in it",
            """    visitor=_ExtraNameFixer(names)
    ast_expr=ast.parse(resolved_str,mode="eval").body
    node=visitor.visit(ast_expr)
    resolved_str=ast.unparse(node)
""",
            "    raise AssertionError('a reference with names of its own')\n",
        ),
        (
            "its text is checked, but not compiled",
            '   self.__code__=compile(_rewrite_star_unpack(arg),"<string>","eval")\n',
            "   check(arg)\n",
        ),
        (
            "texts of types, asked for as values",
            " return_value={\n key:value if not isinstance(value,str)\n"
            " else eval(_rewrite_star_unpack(value),globals,locals)\n",
            " return_value={\n key:value if not isinstance(value,str)\n"
            " else ForwardRef(value).evaluate(globals=globals,locals=locals)\n",
        ),
    ),
    "_collections": (
        (
            "a deque has all its methods",
            "\n def count(self,value):\n",
            """
 def index(self,value,start=0,stop=None):
  items=list(self)
  return items.index(value,start,len(items)if stop is None else stop)

 def insert(self,index,value):
  if len(self)==self.maxlen:
   raise IndexError("deque already at its maximum size")
  items=list(self)
  items.insert(index,value)
  self.clear()
  self.extend(items)

 def copy(self):
  return self.__copy__()

 def __add__(self,other):
  if not isinstance(other,deque):
   return NotImplemented
  result=self.copy()
  result.extend(other)
  return result

 def __mul__(self,count):
  return type(self)(list(self)*count,self.maxlen)

 def __contains__(self,value):
  return value in list(self)

 def count(self,value):
""",
        ),
        (
            "joined with others, a dict with a default stays one",
            "\n def __missing__(self,key):\n",
            """
 def __or__(self,other):
  if not isinstance(other,dict):
   return NotImplemented
  result=self.copy()
  result.update(other)
  return result

 def __ror__(self,other):
  if not isinstance(other,dict):
   return NotImplemented
  result=type(self)(self.default_factory,other)
  result.update(self)
  return result

 def __missing__(self,key):
""",
        ),
    ),
    "_collections_abc": (
        (
            "a deque is one as soon as anybody can ask",
            "\nMutableSequence.register(bytearray)\n",
            "\nMutableSequence.register(bytearray)\n"
            "from _collections import deque as _deque\nMutableSequence.register(_deque)\n",
        ),
    ),
    "base64": (
        (
            "small digits are found, and not taken away",
            "  s=s.translate(None,delete=b'abcdef')\n",
            "",
        ),
        (
            "what makes bytes of digits knows nothing else",
            " return binascii.unhexlify(s,ignorechars=ignorechars)\n",
            " return binascii.unhexlify(s)\n",
        ),
    ),
    "binascii": (
        (
            "the errors are those that are raised",
            "class Error(ValueError):\n pass\n",
            "from _binascii import error as Error\n",
        ),
    ),
    "collections": (
        *(
            (
                "what there is none of is not looked for, since a failed import takes time",
                f"try:\n{before} from _collections import {name}\nexcept ImportError:\n{instead}",
                after,
            )
            for name, before, instead, after in (
                ("_deque_iterator", "\n", " pass\n", ""),
                ("OrderedDict", "", "\n pass\n", ""),
                ("_count_elements", "", " pass\n", ""),
                (
                    "_tuplegetter",
                    "",
                    " _tuplegetter=lambda index,doc:property(_itemgetter(index),doc=doc)\n",
                    "_tuplegetter=lambda index,doc:property(lambda values:values[index],doc=doc)\n",
                ),
            )
        ),
        (
            "a deque is registered where sequences are",
            "else:\n _collections_abc.MutableSequence.register(deque)\n",
            "",
        ),
        *(
            (
                "what there is waits until it is used",
                f"\ntry:\n from _collections import {name}\nexcept ImportError:\n pass\n",
                f"\nfrom _collections import {name}\n",
            )
            for name in ("deque", "defaultdict")
        ),
        (
            "the module is bundled and loaded for itself",
            "_sys.modules['collections.abc']=_collections_abc\n",
            "",
        ),
        (
            "what makes it",
            "from keyword import iskeyword as _iskeyword\n",
            "from keyword import iskeyword as _iskeyword\n"
            "from _made_function import make_function\n",
        ),
        (
            "__new__ of a named tuple is made without evaluating its source",
            " code=f'lambda _cls, {arg_list}: _tuple_new(_cls, ({arg_list}))'\n"
            " __new__=eval(code,namespace)\n"
            " __new__.__name__='__new__'\n",
            " __new__=make_function('__new__',namespace['__name__'],('_cls',*field_names),(),{},\n"
            "  lambda _cls,*values:tuple_new(_cls,values))\n",
        ),
    ),
    "copy": (
        (
            "of weak references only their class is needed, and no collections of them",
            "import weakref\n",
            "import _weakref as weakref\n",
        ),
    ),
    "dataclasses": (
        (
            "only abstract classes need `abc`",
            " abc.update_abstractmethods(cls)\n",
            " if hasattr(cls,'__abstractmethods__'):\n  abc.update_abstractmethods(cls)\n",
        ),
        ("the formats of annotations are numbers", "  Format=annotationlib.Format\n", ""),
        (
            "a decorated method is unwrapped without `inspect`",
            "   import inspect\n   member=inspect.unwrap(member)\n",
            "   while hasattr(member,'__wrapped__'):\n    member=member.__wrapped__\n",
        ),
        (
            "what makes __init__",
            "import keyword\n",
            "import keyword\nfrom _made_function import make_function,set_later\n",
        ),
        (
            "the text about a class is made when it is read, without `inspect`",
            "  cls.__doc__=_auto_docstring\n",
            "  set_later(cls,'__doc__',\n"
            "  lambda:_signature(cls,init,std_init_fields,kw_only_init_fields))\n",
        ),
        ("so nothing else makes it", "_auto_docstring=_AutoDocstring()\n", ""),
        (
            "fields without a class of theirs are found, and the class has its name",
            " cls.__annotate__=annotate_method\n",
            " cls.__annotate_func__=annotate_method\n cls.__qualname__=cls_name\n",
        ),
        (
            "__repr__ without source",
            """  func_builder.add_fn('__repr__',
  ('self',),
  ['  return f"{self.__class__.__qualname__}('+
  ', '.join([f"{f.name}={{self.{f.name}!r}}"
  for f in flds])+')"'],
  locals={'__dataclasses_recursive_repr':recursive_repr},
  decorator="@__dataclasses_recursive_repr()")
""",
            "  func_builder.add_fn('__repr__',_repr_fn(flds))\n",
        ),
        (
            "__eq__ without source",
            """  terms=[f'self.{field.name}==other.{field.name}'for field in cmp_fields]
  field_comparisons=' and '.join(terms)or 'True'
  func_builder.add_fn('__eq__',
  ('self','other'),
  ['  if self is other:',
  '   return True',
  '  if other.__class__ is self.__class__:',
  f'   return {field_comparisons}',
  '  return NotImplemented'])
""",
            "  func_builder.add_fn('__eq__',_eq_fn([field.name for field in cmp_fields]))\n",
        ),
        (
            "comparisons without source",
            """  self_tuple=_tuple_str('self',flds)
  other_tuple=_tuple_str('other',flds)
  for name,op in[('__lt__','<'),
  ('__le__','<='),
  ('__gt__','>'),
  ('__ge__','>='),
  ]:
""",
            "  for name in('__lt__','__le__','__gt__','__ge__'):\n",
        ),
        (
            "the call that makes them",
            """   func_builder.add_fn(name,
   ('self','other'),
   ['  if other.__class__ is self.__class__:',
   f'   return {self_tuple}{op}{other_tuple}',
   '  return NotImplemented'],
   overwrite_error='Consider using functools.total_ordering')
""",
            "   func_builder.add_fn(name,_order_fn(name,[f.name for f in flds]),\n"
            "   overwrite_error='Consider using functools.total_ordering')\n",
        ),
    ),
    "logging": (
        (
            "what makes a time is no method of a formatter",
            " converter=time.localtime\n",
            " converter=staticmethod(time.localtime)\n",
        ),
    ),
    "pprint": (
        (
            "what is no data class needs not their module",
            "from dataclasses import is_dataclass\n",
            "is_dataclass=lambda value:hasattr(type(value),'__dataclass_fields__')\n",
        ),
    ),
    "itertools": (
        (
            "a group ends with what is grouped",
            "yield self.currvalue\n   self.currvalue=next(self.it)\n",
            "yield self.currvalue\n   try:\n    self.currvalue=next(self.it)\n"
            "   except StopIteration:\n    return\n",
        ),
    ),
    "shlex": (
        (
            "each character is looked at, since Brython takes none away",
            "not s.encode().translate(None,delete=safe_chars)",
            "all(byte in safe_chars for byte in s.encode())",
        ),
    ),
    "sys": (
        (
            "who leaves says with which code",
            "def exit(i=None):\n raise SystemExit('')",
            "def exit(status=None,/):\n raise SystemExit(*()if status is None else(status,))",
        ),
        (
            "made in one go",
            "_ModuleType=type(_sys)\nmonitoring=_ModuleType('monitoring',None)\n",
            "def _make_monitoring():\n monitoring=type(_sys)('monitoring',None)\n",
        ),
        *(
            ("and what belongs to it", f"\nmonitoring.{line}\n", f"\n monitoring.{line}\n")
            for line in (
                *("events=_events", "DEBUGGER_ID=0", "COVERAGE_ID=1", "PROFILER_ID=2"),
                *("DISABLE=None", "MISSING=None"),
            )
        ),
        (
            "the version's text likewise",
            'version_info[:3])\nversion +=" ',
            'version_info[:3])+" ',
        ),
        (
            "when it is asked for",
            "\nmonitoring.OPTIMIZER_ID=5\n",
            "\n monitoring.OPTIMIZER_ID=5\n return monitoring\nmonitoring=_make_monitoring()\n",
        ),
    ),
    "enum": (
        (
            "an enumeration may be one of flags only once their class is made",
            "Enum=Flag=EJECT=ReprEnum=None\n",
            "Enum=_flag=_repr_enum=None\n",
        ),
        *(
            (
                "so nobody asks before",
                old,
                re.sub(r"\bFlag\b(?!')", "_flag", old).replace("ReprEnum", "_repr_enum"),
            )
            for old in (
                "Flag is not None and issubclass(enum_class,Flag):\n   if isinstance(value,int):\n",
                "   Flag is None\n   or not issubclass(enum_class,Flag)\n",
                "   Flag is not None\n   and issubclass(enum_class,Flag)\n",
                "  if Flag is not None and bases and issubclass(bases[-1],Flag):\n",
                "  if Flag is not None and issubclass(enum_class,Flag):\n   for name in(\n",
                "  Flag is None and cls !='Flag'\n",
                "  or Flag is not None and not issubclass(enum_class,Flag)\n",
                "  elif Flag is not None and issubclass(enum_class,Flag):\n",
                "ReprEnum is not None and ReprEnum in bases:\n",
            )
        ),
        (
            "which says so",
            "\nclass Flag(Enum,boundary=STRICT):\n",
            "\n@_made_flag\nclass Flag(Enum,boundary=STRICT):\n",
        ),
        (
            "as does another",
            "\nclass ReprEnum(Enum):\n",
            "\n@_made_repr_enum\nclass ReprEnum(Enum):\n",
        ),
        (
            "each of these waits for itself",
            "STRICT,CONFORM,EJECT,KEEP=FlagBoundary\n",
            "STRICT=FlagBoundary.STRICT\nCONFORM=FlagBoundary.CONFORM\n"
            "EJECT=FlagBoundary.EJECT\nKEEP=FlagBoundary.KEEP\n",
        ),
        (
            "and of these",
            "CONTINUOUS,NAMED_FLAGS,UNIQUE=EnumCheck\n",
            "CONTINUOUS=EnumCheck.CONTINUOUS\nNAMED_FLAGS=EnumCheck.NAMED_FLAGS\n"
            "UNIQUE=EnumCheck.UNIQUE\n",
        ),
    ),
    "hmac": (
        ("a hash of ours has its block", "  import warnings\n", ""),
        (
            "of which nobody is warned",
            """  if hasattr(self._inner,'block_size'):
   blocksize=self._inner.block_size
   if blocksize <16:
    warnings.warn(f"block_size of {blocksize} seems too small; "
    f"using our default of {self.blocksize}.",
    RuntimeWarning,2)
    blocksize=self.blocksize
  else:
   warnings.warn("No block_size attribute on given digest object; "
   f"Assuming {self.blocksize}.",
   RuntimeWarning,2)
   blocksize=self.blocksize
""",
            "  blocksize=self._inner.block_size\n",
        ),
    ),
    "functools": (
        *(
            (
                "what there is none of is not looked for, since a failed import takes time",
                f"\ntry:\n from _functools import {name}\nexcept ImportError:\n pass\n",
                "",
            )
            for name in ("cmp_to_key", "_lru_cache_wrapper")
        ),
        (
            "the one that is found knows no placeholders",
            "\ntry:\n from _functools import partial,Placeholder,_PlaceholderType\n"
            "except ImportError:\n pass\n",
            "",
        ),
        (
            "and that takes None for no initial value",
            "\ntry:\n from _functools import reduce\nexcept ImportError:\n pass\n",
            "",
        ),
        (
            "what `reduce` is given by name is nothing to warn of",
            "\nreduce=_warn_python_reduce_kwargs(reduce)\ndel _warn_python_reduce_kwargs\n",
            "",
        ),
        (
            "the class of a cache's figures is made when somebody asks for them",
            "def _lru_cache_wrapper(user_function,maxsize,typed,_CacheInfo):\n",
            "def _lru_cache_wrapper(user_function,maxsize,typed):\n",
        ),
        *(
            (
                "so it is not handed over",
                f"{before}  wrapper=_lru_cache_wrapper(user_function,maxsize,typed,_CacheInfo)\n",
                f"{before}  wrapper=_lru_cache_wrapper(user_function,maxsize,typed)\n",
            )
            for before in (
                "  user_function,maxsize=maxsize,128\n",
                " def decorating_function(user_function):\n",
            )
        ),
        (
            "the formats of annotations are numbers",
            "from annotationlib import Format,ForwardRef\n",
            "from annotationlib import ForwardRef\n",
        ),
    ),
    "inspect": (
        (
            "names of a code object's flags without `dis`",
            "for k,v in dis.COMPILER_FLAG_NAMES.items():\n",
            "for k,v in{1:'OPTIMIZED',2:'NEWLOCALS',4:'VARARGS',8:'VARKEYWORDS',16:'NESTED',\n"
            "32:'GENERATOR',64:'NOFREE',128:'COROUTINE',256:'ITERABLE_COROUTINE',\n"
            "512:'ASYNC_GENERATOR',0x4000000:'HAS_DOCSTRING',0x8000000:'METHOD'}.items():\n",
        ),
    ),
    "json.encoder": (
        (
            "what there is none of is not looked for, since a failed import takes time",
            "".join(
                f"try:\n from _json import {name} as c_{name}\n"
                f"except ImportError:\n c_{name}=None\n"
                for name in ("encode_basestring_ascii", "encode_basestring", "make_encoder")
            ),
            "c_encode_basestring_ascii=c_encode_basestring=c_make_encoder=None\n",
        ),
        ("the table of escapes is made", "\nESCAPE_DCT={\n", "\ndef _escapes():\n ESCAPE_DCT={\n"),
        (
            "when it is used",
            "\nfor i in range(0x20):\n ESCAPE_DCT.setdefault(chr(i),'\\\\u{0:04x}'.format(i))\n"
            " \ndel i\n",
            "\n for i in range(0x20):\n  ESCAPE_DCT.setdefault(chr(i),'\\\\u{0:04x}'.format(i))\n"
            " return ESCAPE_DCT\nESCAPE_DCT=_escapes()\n",
        ),
    ),
    "reprlib": (
        (
            "a few items are taken without the module of many others",
            "from itertools import islice\n",
            "",
        ),
    ),
    "_random": (
        (
            "a large seed is cut into words",
            "var int32_1 = 2n ** 32n - 1n",
            "var int32_1 = 2n ** 32n",
        ),
    ),
    "random": (
        (
            "a text as a seed needs its hash",
            "     from hashlib import sha512 as _sha512\n",
            "     import crypto_js.rollups.sha512\n     from hashlib import sha512 as _sha512\n",
        ),
    ),
    "unittest.mock": (
        (
            "a mark of coroutines that nobody looks at",
            " mock._is_coroutine=asyncio.coroutines._is_coroutine\n",
            " mock._is_coroutine=True\n",
        ),
        (
            "in what is called, too",
            "  self.__dict__['_is_coroutine']=asyncio.coroutines._is_coroutine\n",
            "  self.__dict__['_is_coroutine']=True\n",
        ),
    ),
    "uuid": tuple(
        (
            "a name needs its hash",
            f" import hashlib\n h=hashlib.{name}(",
            f" import hashlib,crypto_js.rollups.{name}\n h=hashlib.{name}(",
        )
        for name in ("md5", "sha1")
    ),
    "time": (
        (
            "days, weeks and their years are written in the other ways that there are",
            " res=_format\n",
            """ day,year=t[7]-t[6]+2,t[0]
 days=lambda year:366 if year %4 ==0 and year %100 or year %400 ==0 else 365
 if day <0:
  year -=1
  day +=days(year)
 elif day >=days(year):
  day -=days(year)
  year +=1
 res=_format
 for letter,text in {"D":"%m/%d/%y","F":"%Y-%m-%d","T":"%H:%M:%S","R":"%H:%M","r":"%I:%M:%S %p",
 "h":"%b","e":"%2d"%t[2],"C":YY[:2],"U":ns((t[7]+6-w)//7,2),"V":ns(day//7+1,2),"G":ns(year,4),
 "u":str(t[6]+1),"n":"\\n","t":"\\t"}.items():
  res=res.replace("%"+letter,text)
""",
        ),
        ("a day has no zero before it there", "' '+dd+' '+HH24", "' %2d '%t[2]+HH24"),
    ),
    "typing": (
        (
            "the annotations of a named tuple are read from here",
            " nm_tpl.__annotate__=nm_tpl.__new__.__annotate__=annotate_func\n",
            " nm_tpl.__annotate_func__=nm_tpl.__new__.__annotate__=annotate_func\n",
        ),
        (
            "and those of a typed dict, with what it inherits",
            "  tp_dict.__annotate__=__annotate__\n",
            "  tp_dict.__annotate_func__=__annotate__\n",
        ),
        (
            "what a protocol asks for is found without `inspect`",
            " from inspect import getattr_static\n return getattr_static\n",
            """ def getattr_static(value,name):
  for holder in(value,*getattr(value,'__mro__',()),*type(value).__mro__):
   if name in getattr(holder,'__dict__',()):
    return holder.__dict__[name]
  raise AttributeError(name)
 return getattr_static
""",
        ),
        ("the formats of annotations are numbers", " Format=annotationlib.Format\n", ""),
        (
            "`collections` gives its abstract classes when they are used; they come along",
            "import collections.abc\n",
            "import collections.abc as _collections_abc\n",
        ),
    ),
    "types": (
        (
            "types are there without a value of each; what makes such values goes (`definitions/`)",
            "try:\n from _types import *\nexcept ImportError:\n",
            "from _types import *\nfrom _types import __all__\nfrom sys import SimpleNamespace\n"
            "def _values_of_each_type():\n",
        ),
        (
            "the names, without a look at what waits behind them",
            "__all__=[n for n in globals()if not n.startswith('_')]",
            "__all__=[*__all__,'SimpleNamespace','new_class','resolve_bases','prepare_class',"
            "'get_original_bases','DynamicClassAttribute','coroutine']",
        ),
    ),
}
