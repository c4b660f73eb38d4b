"""What a page need not do when it starts."""

from __future__ import annotations

from ..patching import Patch

# The places of what a function says of itself.
FUNCTION_INFOS = (
    "const func_attrs=['__module__','__name__','__qualname__','__file__','__defaults__',"
    "'__kwdefaults__','__doc__',"
)

PATCHES: tuple[Patch, ...] = (
    (
        "nobody reads which stores the page has, and the browser takes milliseconds to say",
        """var has_storage=typeof(Storage)!=="undefined"
if(has_storage){$B.has_local_storage=false
try{
if(localStorage){$B.local_storage=localStorage
$B.has_local_storage=true}}catch(err){}
$B.has_session_storage=false
try{
if(sessionStorage){$B.session_storage=sessionStorage
$B.has_session_storage=true}}catch(err){}}else{
$B.has_local_storage=false
$B.has_session_storage=false}
""",
        "",
    ),
    ("of databases likewise", "$B.indexedDB=_window.indexedDB\n", ""),
    (
        "the name of the time zone is asked for when it is used: it takes milliseconds",
        """var date=new Date()
var formatter=new Intl.DateTimeFormat($B.language,{timeZoneName:'short'}),"""
        """short=formatter.format(date)
formatter=new Intl.DateTimeFormat($B.language,{timeZoneName:'long'})
var long=formatter.format(date)
var ix=0,minlen=Math.min(short.length,long.length)
while(ix < minlen && short[ix]==long[ix]){ix++}
$B.tz_name=long.substr(ix).trim()
""",
        """Object.defineProperty($B,'tz_name',{get(){
let [short,long]=['short','long'].map(timeZoneName=>
new Intl.DateTimeFormat($B.language,{timeZoneName}).format(new Date()))
let ix=0
while(ix < Math.min(short.length,long.length)&& short[ix]===long[ix]){ix++}
return long.substr(ix).trim()}})
""",
    ),
    (
        "what a function is called is noted for thousands of them while the page waits",
        """$B.set_function_infos(klass[attr],{__doc__:klass[attr].__doc__ ||'',__module__:module,"""
        """__name__:attr,__qualname__ :qualname,__defaults__:[],__kwdefaults__:{}}
)}""",
        """let f=klass[attr],infos=f.$function_infos??=[]
infos[0]=module
infos[1]=attr
infos[2]=qualname
infos[4]=no_defaults
infos[5]=no_kwdefaults
infos[6]=f.__doc__ ||''}
const no_defaults=[],no_kwdefaults={}""",
    ),
    ("it stands in these places, which stay as they are", FUNCTION_INFOS, FUNCTION_INFOS),
    (
        "an object that gets its properties one by one takes more time and memory",
        """var cls=ns[name]={}
for(var i=0,len=slots.length;i < len;i++){cls[slots[i]]=data[i]}
""",
        """
  let [
    tp_name, tp_basicsize, tp_itemsize, tp_flags, tp_weakrefoffset, tp_base, tp_dictoffset, tp_doc,
    tp_bases,
  ] = data
  let cls = ns[name] = {
    tp_name, tp_basicsize, tp_itemsize, tp_flags, tp_weakrefoffset, tp_base, tp_dictoffset, tp_doc,
    tp_bases, ob_type: undefined, tp_mro: undefined, tp_subclasses: undefined, tp_funcs: undefined,
    tp_methods: undefined, $inherited: 0, $has_getattr: false, $getattribute: undefined,
    tp_descr_get: undefined, tp_descr_set: undefined, tp_iter: undefined, tp_call: undefined,
    tp_new: undefined, tp_init: undefined, tp_setattro: undefined,
  }
""",
    ),
    (
        "a type is linked with its bases at once, and described when somebody looks at it",
        """$B.finalize_type=function(cls){cls.tp_mro=$B.make_mro(cls)
$B.set_dict(cls,$B.get_dict(cls)?? $B.empty_dict())
cls.tp_subclasses=[]
for(var base of cls.tp_bases){base.tp_subclasses.push(cls)}
""",
        """
const inherited_slots = [
  'tp_descr_get', 'tp_descr_set', 'tp_iter', 'tp_call', 'tp_new', 'tp_init', 'tp_setattro',
]
$B.finalize_type = function(cls) {
  $B.set_dict(cls, $B.get_dict(cls) ?? $B.empty_dict())
  link_type(cls)
  describe_type(cls)
}
$B.finalize_later = function(cls) {
  if ($B.get_dict(cls)) { return $B.finalize_type(cls) }
  Object.defineProperty(cls, $B.DICT, {configurable: true, get() {
    let value = $B.empty_dict()
    Object.defineProperty(cls, $B.DICT, {value, configurable: true, writable: true})
    describe_type(cls)
    return value
  }})
  link_type(cls)
}
function link_type(cls) {
  let bases = cls.tp_bases
  cls.tp_mro = bases.length == 1 ? [cls, ...bases[0].tp_mro] : $B.make_mro(cls)
  if (cls.tp_doc === $B.NULL) { cls.tp_doc = '' }
  cls.tp_subclasses = []
  for (let base of bases) { base.tp_subclasses.push(cls) }
  cls.$inherited = 0  // one bit for each slot
  for (let index = 0; index < inherited_slots.length; index++) {
    let slot = inherited_slots[index]
    if (!cls[slot]) {
      cls.$inherited |= 1 << index
      cls[slot] = inherited(cls, slot)
    } else if (slot == 'tp_new') {
      cls.tp_new.$is_slot = true
    }
  }
  cls.$has_getattr = bases.some((base) => base.$has_getattr)
    || cls.tp_methods?.includes('__getattr__')
  if (cls.$has_getattr) {
    $B.make_getattr(cls)
  } else {
    cls.$getattribute = $B.builtin_slot(cls, 'tp_getattro')
  }
}
function inherited(cls, slot) {
  for (let index = 1; index < cls.tp_mro.length; index++) {
    if (Object.hasOwn(cls.tp_mro[index], slot)) { return cls.tp_mro[index][slot] }
  }
  return $B.NULL
}
function is_inherited(cls, slot) {
  let index = inherited_slots.indexOf(slot)
  return index >= 0 && cls.$inherited >> index & 1
}
function describe_type(cls) {
""",
    ),
    (
        "what it inherited is no method of its own; and there is no docstring",
        """for(var slot in $B.wrapper_methods){if(cls[slot]){$B.wrapper_methods[slot](cls,slot)}"""
        """else if(['tp_descr_get','tp_descr_set','tp_iter','tp_call','tp_new','tp_init',"""
        """'tp_setattro'].includes(slot)){cls[slot]=$B.NULL
if(cls.tp_mro){for(var kls of cls.tp_mro.slice(1)){if(Object.hasOwn(kls,slot)){cls[slot]=kls[slot]
break}}}}}
$B.make_getattr(cls)}
""",
        """for(var slot in $B.wrapper_methods){if(cls[slot]&& ! is_inherited(cls,slot))"""
        """{$B.wrapper_methods[slot](cls,slot)}}
let doc=$B.get_from_dict(cls,'__doc__')
$B.set_to_dict(cls,'__doc__',doc===$B.NULL ? _b_.None : doc)}
""",
    ),
    (
        "most of the types are never looked at",
        """for(var name in ns){var cls=ns[name]
$B.finalize_type(cls)}}""",
        """for(var name in ns){$B.finalize_later(ns[name])}}""",
    ),
    (
        "the bases of a class with one base are that one's",
        "var bases=cls.tp_bases,seqs=[],pos1=0\n",
        "var bases=cls.tp_bases,seqs=[],pos1=0\n"
        "if(bases.length==1 && bases[0].tp_mro?.at(-1)===_b_.object){"
        "return[cls,...bases[0].tp_mro]}\n",
    ),
    (
        "of the values in a class only few are told their name, which takes no search to know",
        """var set_name=$B.type_getattribute($B.get_class(v),"__set_name__")\n""",
        "let v_class=$B.get_class(v)\n"
        "let set_name=$B.is_builtin_type(v_class)&& ! v_class.tp_methods?.includes('__set_name__')?"
        """$B.NULL:$B.type_getattribute(v_class,"__set_name__")\n""",
    ),
    (
        "`type.__init__` has nothing to do",
        "if($B.get_class(kls)===metaclass){\n",
        "if(metaclass !==_b_.type && $B.get_class(kls)===metaclass){\n",
    ),
    (
        "the class of an HTML element is made when it is used, and not a hundred in each page",
        """for(var tagName of tags){var klass=makeTagClass(tagName)
klass.$factory=makeFactory(klass)
html[tagName]=klass
$B.str_dict_set(html.tags,tagName,klass)}
""",
        """
html.$make_lazily = function() {
  let classes = {}
  let make = (name) => {
    let klass = makeTagClass(name)
    klass.$factory = makeFactory(klass)
    $B.finalize_later(klass)
    return klass
  }
  let flags = {configurable: true, enumerable: true}
  for (let name of tags) {
    let lazy = {
      ...flags,
      get() { return classes[name] ??= make(name) },
      set(value) { Object.defineProperty(this, name, {...flags, writable: true, value}) },
    }
    Object.defineProperty($B.get_dict($B.imported['browser.html']), name, lazy)
    Object.defineProperty(html_tags, name, lazy)
  }
}
""",
    ),
    (
        "all of them by name",
        "html.tags=$B.empty_dict()\n",
        "const html_tags=html.tags=$B.empty_dict()\n",
    ),
    (
        "once the module is there",
        "{modules['browser'].html=modules['browser.html']\n",
        "{modules['browser'].html=modules['browser.html']\nmodules['browser.html'].$make_lazily()\n",
    ),
    (
        "a property of an element is looked up, instead of all properties that it has",
        "var descriptors=Object.getOwnPropertyDescriptors(proto)\nif(!!descriptors &&\n"
        'typeof descriptors.hasOwnProperty=="function"){if(descriptors.hasOwnProperty(attr))'
        "{if(!descriptors[attr].writable &&\ndescriptors[attr].set===undefined){warn(",
        "let descriptor=Object.getOwnPropertyDescriptor(proto,attr)\n"
        "if(true){if(descriptor){if(! descriptor.writable && descriptor.set===undefined){warn(",
    ),
    (
        "`breakpoint()` stops where the browser's tools are open, without `sys`",
        """$B.import('sys',[])
var missing={},hook=$B.$getattr($B.imported.sys,'breakpointhook',missing)
if(hook===missing){$B.RAISE(_b_.RuntimeError,'lost sys.breakpointhook')}
return $B.$call(hook,...arguments)}""",
        "debugger\nreturn _b_.None}",
    ),
    (
        "which has no debugger of Python's either",
        """breakpointhook:function(){var hookname=$B.$options.breakpoint,modname,dot,funcname,hook
if(hookname===undefined){hookname="pdb.set_trace"}
[modname,dot,funcname]=_b_.str.rpartition(hookname,'.')
if(dot==""){modname="builtins"}
try{
$B.import(modname)
hook=$B.$getattr($B.imported[modname],funcname)}"""
        """catch(err){console.warn("cannot import breakpoint",hookname)
return _b_.None}
return $B.$call(hook,...arguments)}""",
        "breakpointhook:function(){debugger\nreturn _b_.None}",
    ),
    (
        "a bundled module needs no finder; see `loader.js`",
        "function import_engine(mod_name,_path,from_stdlib){",
        "function import_engine(mod_name,_path,from_stdlib){"
        "if($B.is_bundled(mod_name)){return $B.load_bundled(mod_name)}",
    ),
    (
        "`import` calls `__import__` only where a program replaced it",
        "return $B.$__import__($.name,$.globals,$.locals,$.fromlist)}",
        "return $B.$__import__($.name,$.globals,$.locals,$.fromlist)}\n_b_.__import__.$stock=true",
    ),
    (
        "and else what that does",
        "var modobj=$B.$call(__import__,mod_name,globals,undefined,fromlist,0)",
        "var modobj=__import__.$stock ? $B.$__import__(mod_name,globals,undefined,fromlist):"
        "$B.$call(__import__,mod_name,globals,undefined,fromlist,0)",
    ),
    (
        "a module gets its submodule without the detour over `setattr`",
        "if(_parent_name){_b_.setattr($B.imported[_parent_name],parsed_name[i],$B.imported[_mod_name])}",
        "if(_parent_name){let parent=$B.imported[_parent_name]\n"
        "if(parent.ob_type===$B.module){$B.module_setattr(parent,parsed_name[i],$B.imported[_mod_name])}"
        "else{_b_.setattr(parent,parsed_name[i],$B.imported[_mod_name])}}",
    ),
    (
        "nor is a name in a module looked for anywhere else first",
        "ns[alias]=$B.$getattr(modobj,name)\nif(ns[alias]&& ",
        "let content=modobj.ob_type===$B.module && typeof name=='string' &&\n"
        "! name.startsWith('__')&& $B.get_dict(modobj)\n"
        "ns[alias]=content && Object.hasOwn(content,name)? content[name]:\n"
        "$B.$getattr(modobj,name)\n"
        "if(ns[alias]&& ",
    ),
)
