"""Exact texts that are replaced in Brython's run time, with the reason. Each has to occur once."""

from __future__ import annotations

from .patching import Patch

# The places of what a function says of itself.
FUNCTION_INFOS = (
    "const func_attrs=['__module__','__name__','__qualname__','__file__','__defaults__',"
    "'__kwdefaults__','__doc__',"
)

# Iterators that give what one of JavaScript's gives, or a part of it: its name there, and the part.
PLAIN_ITERATORS = {
    "str_iterator": ("char", "char"),
    "list_iterator": ("value", "value"),
    "tuple_iterator": ("value", "value"),
    "dict_keyiterator": ("item", "item.key"),
    "dict_valueiterator": ("item", "item.value"),
    "dict_itemiterator": ("item", "$B.fast_tuple([item.key,item.value])"),
}


def _stepping(name: str, item: str, part: str) -> Patch:
    stock = f"$B.{name}.tp_iternext=function*(self){{for(var {item} of self.it){{yield {part}}}}}\n"
    return (
        f"a `{name}` takes a step without a generator made for it",
        stock,
        f"{stock}$B.{name}.$step=self=>{{let{{done,value:{item}}}=self.it.next()\n"
        f"return{{done,value:done ? undefined:{part}}}}}\n",
    )


PATCHES = (
    (
        "a cause is an exception, or the class of one",
        'No active exception to reraise")}else{\n',
        'No active exception to reraise")}else{\n'
        "if(cause!==undefined&&cause!==_b_.None){"
        "if($B.is_type(cause)&&_b_.issubclass(cause,_b_.BaseException)){cause=$B.$call(cause)}\n"
        "if(!$B.$isinstance(cause,_b_.BaseException)){"
        '$B.RAISE(_b_.TypeError,"exception causes must derive from BaseException")}}\n',
    ),
    (
        "an event begins a stack of its own, and not on top of what ran last",
        "return $B.$call(f,$DOMEvent(ev))}catch(err){",
        "return $python.call(f,$DOMEvent(ev))}catch(err){",
    ),
    (
        "an event of the window likewise",
        "return $B.$call(func,jsobj2pyobj(ev))}catch(err){if(",
        "return $python.call(func,jsobj2pyobj(ev))}catch(err){if(",
    ),
    (
        "and one bound by a decorator",
        "return callback($B.jsobj2pyobj(ev))}catch(err){",
        "return $python.call(callback,$B.jsobj2pyobj(ev))}catch(err){",
    ),
    (
        "a coroutine that is run has a stack of its own too",
        "$B.$call($B.$getattr($B.coroutine,'send'),coro).then(",
        "$python.run(coro).then(",
    ),
    (
        "and so has one that JavaScript calls back",
        "let jsobj=function(){var res=pyobj.apply(null,arguments)\n"
        "return $B.coroutine.tp_funcs.send(res)}",
        "let jsobj=function(){return $python.run(pyobj.apply(null,arguments))}",
    ),
    (
        "which may be an asynchronous method, or return a coroutine",
        "return pyobj2jsobj(res)}catch(err){$B.handle_error(err)}}",
        "return pyobj2jsobj($python.run(res))}catch(err){$B.handle_error(err)}}",
    ),
    (
        "a coroutine may be awaited by who called the function that made it",
        "if(frame.$coroutine){if(! frame.$coroutine.$sent){"
        "var cname=frame.$coroutine.$func.$function_infos[$B.func_attrs.__name__]\n"
        "var message=$B.EXC(_b_.RuntimeWarning,`coroutine '${cname}' was never awaited`)\n"
        "message.lineno=frame.$coroutine.$lineno\n"
        "$B.module_getattr($B.imported._warnings,'warn')(message)}}\n",
        "if(frame.$coroutine&&!frame.$coroutine.$sent){let c=frame.$coroutine,f=frame.__file__\n"
        "setTimeout(()=>{if(! c.$sent){console.warn(`${f}:${c.$lineno}: RuntimeWarning: coroutine "
        "'${c.$func.$function_infos[$B.func_attrs.__qualname__]}' was never awaited`)}},1000)}\n",
    ),
    (
        "a traceback with a frame whose position is unknown is better than none",
        "$B.decode_position=function(pos){if(pos.length==3){",
        "$B.decode_position=function(pos){if(pos===undefined){return}if(pos.length==3){",
    ),
    (
        "a function of a module written in JavaScript knows its module",
        "modobj[attr].ob_type=$B.function\n",
        "modobj[attr].ob_type=$B.function\nmodobj[attr].func_module=name\n",
    ),
    (
        "a class without type parameters has none, instead of undefined",
        "type_funcs.__type_params___get=function(self){}\ntype_funcs.__type_params___set="
        "function(self){}",
        "type_funcs.__type_params___get=function(self){"
        "return $B.get_from_dict(self,'__type_params__',$B.fast_tuple([]))}\n"
        "type_funcs.__type_params___set=function(self,value)"
        "{$B.set_to_dict(self,'__type_params__',value)}",
    ),
    (
        "a module that is missing may just not be bundled",
        "exc.name=mod_name\nthrow exc}\nif($B.is_none(module))",
        "exc.name=mod_name\n$B.set_to_dict(exc,'__notes__',$B.$list(['An extension carries the "
        "modules that its code imports by name; import '+mod_name+' where it is used.']))\n"
        "throw exc}\nif($B.is_none(module))",
    ),
    (
        "the body of an enumeration may use names that the compiler does not know",
        "get(target,prop){return $B.$call(getitem,target,prop)}",
        "get(target,prop){if(prop==='$proxy'){return true}try{return $B.$call(getitem,target,prop)}"
        "catch(err){if($B.is_exc(err,[_b_.KeyError])){return undefined}throw err}}",
    ),
    (
        "a sentinel has its own name, and not the window's",
        "ob_type:_b_.sentinel,module,name,repr}",
        "ob_type:_b_.sentinel,module,name:__name__,repr}",
    ),
    (
        "tracebacks are ours (`tracebacks.js`)",
        "trace+=trace_from_stack(err)\nvar args_str",
        "var args_str",
    ),
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
        "only a negative number is a key apart",
        "var int=parseInt(key)\nif(isNaN(int)||int >=0){if(new_str_key)",
        "if(! key.includes('-')||!(parseInt(key)< 0)){if(new_str_key)",
    ),
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
    (
        "an asynchronous generator that came to its end stays there",
        "if(res.done){$B.RAISE(_b_.StopAsyncIteration,value)}",
        "if(res.done){gen.$finished=true\n$B.RAISE(_b_.StopAsyncIteration)}",
    ),
    (
        "one that goes on after an error was thrown into it gives its next value, or ends",
        "await gen.throw(value)\n$B.frame_obj=save_frame_obj}\n",
        "let res\ntry{res=await gen.throw(value)}catch(err){gen.$finished=true\nthrow err}"
        "finally{$B.frame_obj=save_frame_obj}\n"
        "if(res.done ||$B.exact_type(res.value,$GeneratorReturn)){gen.$finished=true\n"
        "$B.RAISE(_b_.StopAsyncIteration)}\nreturn res.value}\n",
    ),
    (
        "an exception knows what was being handled when it was raised",
        "$B.set_exc=function(exc,frame){exc.__traceback__",
        "$B.set_exc=function(exc,frame){$B.set_context(exc)\nexc.__traceback__",
    ),
    (
        "also when `raise` raises it, perhaps again",
        "arg.__context__=active_exc===undefined ? _b_.None :active_exc",
        "$B.set_context(arg,true)",
    ),
    (
        "and by its class",
        "exc.__context__=active_exc===undefined ? _b_.None :active_exc",
        "$B.set_context(exc,true)",
    ),
    (
        "a class that inherits one of JavaScript's is written out, not made from text",
        "var new_js_class=Function('cl_dict','bases',body)(cl_dict,bases)\n",
        "var new_js_class=function(...args){const init=$B.str_dict_get(cl_dict,'__init__')\n"
        "if(init===$B.NULL){return new bases[0].$js_func(...args)}\n"
        "init.apply(this,[this,...args])}\n",
    ),
    (
        "without telling each instance to the console",
        "console.log('create',cls)\nvar extra_args",
        "var extra_args",
    ),
    (
        "a key that the run time gives its own objects is data, whoever sends it: as a property, "
        "'$kw' of the last argument would be keyword arguments, and 'ob_type' the class",
        "dict.$setitem=function(self,key,value,$hash,from_setdefault){",
        "let isOwn=(key)=>key[0]=='$'||key=='ob_type'||key=='__proto__'||key=='hasOwnProperty'\n"
        "dict.$setitem=function(self,key,value,$hash,from_setdefault){"
        "if(typeof key=='string'&&isOwn(key)){key=new String(key)}",
    ),
    (
        "and such a key is found again; in a dict with other keys than plain strings, each is "
        "looked up by its hash, since a member of a `StrEnum` may equal it",
        "if(typeof key=='string'){if(self.hasOwnProperty(key)){return self[key]}}else{\n",
        "if(typeof key=='string'&&!isOwn(key)&&!self[TABLE])"
        "{if(self.hasOwnProperty(key)){return self[key]}}else{\n",
    ),
    (
        "whose frame is always known",
        "if(frame===undefined){var msg='Internal error: no frame for exception '+_b_.repr(exc)\n"
        "console.error(['Traceback (most recent call last):',$B.print_stack(exc.$frame_obj),msg]"
        ".join('\\n'))\n"
        "if($B.get_option('debug',exc)> 1){console.log(exc.args)\n"
        "console.log(exc.stack)}\n"
        "throw Error(msg)}else{\n"
        "frame.$current_exception=$B.exception(exc)}}\n",
        "frame.$current_exception=$B.exception(exc)}\n",
    ),
    (
        "no text of code",
        """var body=`
    var _b_ = __BRYTHON__.builtins
    return function() {
        var init_func = $B.str_dict_get(cl_dict, '__init__')
        if (init_func !== $B.NULL) {
            var args = [this]
            for (var i = 0, len = arguments.length; i < len; i++) {
                args.push(arguments[i])
            }
            init_func.apply(this, args)
        } else {
            return new bases[0].$js_func(...arguments)
        }
    }`
""",
        "",
    ),
    (
        "how a coroutine is started is in `coroutines.js`",
        "coroutine_funcs.send=function(self){self.$sent=true\n"
        'if(! $B.$isinstance(self,coroutine)){var msg="object is not a coroutine"\n'
        'if(typeof self=="function" && self.$function_infos &&\n'
        "self.$function_infos[$B.func_attrs.flags]& 128){"
        "msg+='. Maybe you forgot to call the async function ?'}\n"
        "$B.RAISE(_b_.TypeError,msg)}\n"
        "var res=self.$func.apply(null,self.$args)\n"
        "res.then(function(){if(self.$frame_obj){$B.frame_obj=self.$frame_obj}}).\n"
        "catch(function(err){if(err.$frame_obj){$B.frame_obj=err.$frame_obj}})\n"
        "return res}\n",
        "coroutine_funcs.send=function(){}\n",
    ),
    (
        "which name was meant matters in a traceback, which works it out, and not to an `except`",
        "var $frame=[mod_name,modobj,mod_name,modobj],"
        "suggestion=$B.offer_suggestions_for_name_error($err3,$frame)\n",
        "",
    ),
    (
        "nobody asks for it",
        "$err3.$suggestion=suggestion\n",
        "",
    ),
    (
        "nobody reads who holds the copyright of CPython, which a page has nothing of",
        """var copyright=`Copyright (c) 2001 Python Software Foundation.
All Rights Reserved.
Copyright (c) 2000 BeOpen.com.
All Rights Reserved.
Copyright (c) 1995-2001 Corporation for National Research Initiatives.
All Rights Reserved.
Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.
All Rights Reserved.
`
""",
        "",
    ),
    (
        "JavaScript's sort is stable too",
        """if(func===_b_.None && self.$cl===_b_.str){if(reverse){cmp=function(b,a)"""
        """{return $B.$AlphabeticalCompare(a,b)}}else{
cmp=function(a,b){return $B.$AlphabeticalCompare(a,b)}}}""",
        """if(func===_b_.None && self.$cl===_b_.str){let sign=reverse ?-1:1
cmp=(a,b)=> a===b ? 0:a < b ?-sign:sign}""",
    ),
    ("and needs no other", "$B.$TimSort(self,cmp)\n", "self.sort(cmp)\n"),
    (
        "what is stripped from a string is looked up, and the string is cut once",
        """while(_self.length > 0){var flag=false
for(var char of chars){if(_self.startsWith(char)){_self=_self.substr(char.length)
flag=true
break}}
if(! flag){return $.self.surrogates ? $B.String(_self):_self}}
return ''}""",
        """let stripped=new Set(chars),start=0
for(let char of _self){if(! stripped.has(char)){break}
start+=char.length}
_self=_self.slice(start)
return $.self.surrogates ? $B.String(_self):_self}""",
    ),
    (
        "at its end likewise, where a character may have two halves",
        """while(_self.length > 0){var flag=false
for(var char of chars){if(_self.endsWith(char)){_self=_self.substr(0,_self.length-char.length)
flag=true
break}}
if(! flag){return _self.surrogates ? $B.String(_self):_self}}
return ''}""",
        """let stripped=new Set(chars),end=_self.length
while(end > 0){let size=end > 1 && _self.codePointAt(end-2)> 0xffff ? 2:1
if(! stripped.has(_self.slice(end-size,end))){break}
end-=size}
_self=_self.slice(0,end)
return $.self.surrogates ? $B.String(_self):_self}""",
    ),
    (
        "both ends of it",
        "return str.tp_funcs.rstrip(str.tp_funcs.lstrip(_self,$.chars),$.chars)}",
        "return str.tp_funcs.rstrip(str.tp_funcs.lstrip($.self,$.chars),$.chars)}",
    ),
    (
        "the end of a builtin iterator is no error, which takes long to make",
        "$B.make_js_iterator=function(iterator,frame,lineno){\n",
        """const generator_function=Object.getPrototypeOf(function*(){})
$B.raise_stop_iteration=function(value){
throw $B.$call(_b_.StopIteration,...value===undefined ||value===_b_.None ?[]:[value])}
$B.step_of=function(cls){if(cls.$step){return cls.$step}
if($B.is_builtin_type(cls)&& cls.tp_iternext &&
Object.getPrototypeOf(cls.tp_iternext)===generator_function){return it=> cls.tp_iternext(it).next()}
return null}
$B.make_js_iterator=function(iterator,frame,lineno){
""",
    ),
    (
        "such as in a loop",
        "var next_func=$B.$getattr($B.get_class(it),'__next__',null)\n",
        "var step=$B.step_of($B.get_class(it))\n"
        "var next_func=step ?? $B.$getattr($B.get_class(it),'__next__',null)\n",
    ),
    (
        "at each step of it",
        "var value=$B.$call(next_func,it)\nreturn{done:false,value}}catch(err){",
        "if(step){return step(it)}\n"
        "var value=$B.$call(next_func,it)\nreturn{done:false,value}}catch(err){",
    ),
    (
        "or when the next is asked for",
        """var klass=$B.get_class(obj),ga=$B.$getattr(klass,"__next__",$B.NULL)
if(ga !==$B.NULL){try{
return $B.$call(ga,obj)}catch(err){""",
        """var klass=$B.get_class(obj),step=$B.step_of(klass)
var ga=step ?? $B.$getattr(klass,"__next__",$B.NULL)
if(ga !==$B.NULL){try{
if(! step){return $B.$call(ga,obj)}
let result=step(obj)
if(! result.done){return result.value}
if($.def !==missing){return $.def}
$B.raise_stop_iteration(result.value)}catch(err){""",
    ),
    *(_stepping(name, *parts) for name, parts in PLAIN_ITERATORS.items()),
    (
        "the end of a generator neither",
        """$B.generator.tp_iternext=function*(self){while(true){"""
        """yield $B.generator.tp_funcs.send(self,_b_.None)}}
""",
        """$B.generator.tp_iternext=function*(self){while(true){let step=advance(self,_b_.None)
if(step.done){return step.value}
yield step.value}}
$B.generator.$step=self=> advance(self,_b_.None)
""",
    ),
    (
        "what it is sent has it go on",
        """generator_funcs.send=function(self,value){
var gen=self.js_gen
gen.$has_run=true
if(gen.$finished){$B.RAISE(_b_.StopIteration,value)}
""",
        """generator_funcs.send=function(self,value){let step=advance(self,value)
if(step.done){$B.raise_stop_iteration(step.value)}
return step.value}
function advance(self,value){
var gen=self.js_gen
gen.$has_run=true
if(gen.$finished){return{done:true,value:_b_.None}}
""",
    ),
    (
        "to its end",
        """gen.$finished=true
$B.RAISE(_b_.StopIteration,res.value.value)}
gen.gi_running=false
if(res.done){$B.RAISE(_b_.StopIteration,res.value)}
return res.value}
generator_funcs.throw""",
        """gen.$finished=true
return{done:true,value:res.value.value}}
gen.gi_running=false
return res}
generator_funcs.throw""",
    ),
    (
        "and `StopIteration` holds what was returned, or nothing",
        "if(res.done){$B.RAISE(_b_.StopIteration,res.value)}\nreturn res.value}\n"
        "next_func.ob_type=$B.function",
        "if(res.done){$B.raise_stop_iteration(res.value)}\nreturn res.value}\n"
        "next_func.ob_type=$B.function",
    ),
    (
        "also after an error was thrown into it",
        "if(res.done){$B.RAISE(_b_.StopIteration,res.value)}\nreturn res.value}\n"
        "$B.generator.tp_methods",
        "if(res.value && $B.exact_type(res.value,$GeneratorReturn)){gen.$finished=true\n"
        "$B.raise_stop_iteration(res.value.value)}\n"
        "if(res.done){$B.raise_stop_iteration(res.value)}\nreturn res.value}\n"
        "$B.generator.tp_methods",
    ),
    (
        "strings are joined in a loop",
        """iterable=_b_.iter(iterable)
var res=[],count=0
while(1){try{
var obj2=_b_.next(iterable)
if(! $B.is_str(obj2)){""",
        """var res=[],count=0,surrogates=$B.is_str(self)&& self.surrogates
for(var obj2 of $B.make_js_iterator_no_trace(iterable)){
if(! $B.is_str(obj2)){""",
    ),
    (
        "into one that knows where its characters have two halves",
        """res.push(obj2)
count++}catch(err){if($B.$isinstance(err,_b_.StopIteration)){break}else{
throw err}}}
return res.join(_self)}""",
        """if(typeof obj2 !=='string'){surrogates ||=obj2.surrogates
obj2=to_string(obj2)}
res.push(obj2)
count++}
return surrogates ? $B.String(res.join(_self)):res.join(_self)}""",
    ),
    (
        "a string is parted where the separator is, and not by counting characters of two halves",
        """var chars=to_chars(_self),i=_self.indexOf(sep)
if(i==-1){return _b_.tuple.$factory([_self,"",""])}
return _b_.tuple.$factory([chars.slice(0,i).join(''),sep,chars.slice(i+sep.length).join('')])}""",
        """var i=_self.indexOf(sep)
if(i==-1){return $B.fast_tuple([$B.String(_self),"",""])}
return $B.fast_tuple([_self.slice(0,i),sep,_self.slice(i+sep.length)].map($B.String))}""",
    ),
    (
        "from its end too",
        """for(var i=0;i < items.length;i++){items[i]=items[i].split("").reverse().join("")}
return items}""",
        """for(var i=0;i < items.length;i++){items[i]=$B.String(reverse(items[i].valueOf()))}
return items}""",
    ),
    (
        "a key that is not there is no error where there is something else to give",
        """try{
return dict.$getitem($.self,$.key,true)}catch(err){"""
        """if($B.$isinstance(err,_b_.KeyError)){return $._default}else{
throw err}}}""",
        """let value=dict.$getitem($.self,$.key,true)
return value===$B.NULL ? $._default:value}""",
    ),
    (
        "of an object of JavaScript's",
        "dict.$getitem=function(self,key,ignore_missing){\nif(Object.hasOwn(self,$B.JSOBJ)){"
        "if(Object.hasOwn(self[$B.JSOBJ],key)){return $B.jsobj2pyobj(self[$B.JSOBJ][key])}\n",
        "dict.$getitem=function(self,key,ignore_missing){\nif(Object.hasOwn(self,$B.JSOBJ)){"
        "if(Object.hasOwn(self[$B.JSOBJ],key)){return $B.jsobj2pyobj(self[$B.JSOBJ][key])}\n"
        "if(ignore_missing){return $B.NULL}\n",
    ),
    (
        "or of Python's",
        "if(missing_method !==_b_.None){return missing_method(self,key)}}}\n"
        "$B.RAISE(_b_.KeyError,key)}\ndict.tp_hash",
        "if(missing_method !==_b_.None){return missing_method(self,key)}}}\n"
        "if(ignore_missing){return $B.NULL}\n"
        "$B.RAISE(_b_.KeyError,key)}\ndict.tp_hash",
    ),
    (
        "what cannot be hashed is told by its type",
        '_b_.str.$factory($B.jsobj2pyobj(obj))+"\'"',
        '$B.class_name(obj)+"\'"',
    ),
    (
        "what says itself what its instances are need not be a class, such as `typing.List`",
        """if(! cls.tp_bases){$B.RAISE(_b_.TypeError,"isinstance() arg 2 must be a type, "+""",
        """if(! cls.tp_bases){let check=$B.search_in_mro(klass,'__instancecheck__',$B.NULL)
if(check !==$B.NULL){return $B.$bool($B.$call(check,cls,obj))}
$B.RAISE(_b_.TypeError,"isinstance() arg 2 must be a type, "+""",
    ),
    (
        "also where it is looked for in a dict",
        "var hash=$B.$call(hash_method,key)\nconvert_all_str(self)}",
        "var hash=$B.$hash(key)\nconvert_all_str(self)}",
    ),
    (
        "`__hash__` of what cannot be hashed is None, and no method",
        "function wrap(dunder,nb_args){return function(cls,attr){",
        "function wrap(dunder,nb_args){return function(cls,attr){"
        "if(cls[attr]===_b_.None){return $B.set_to_dict(cls,dunder,_b_.None)}\n",
    ),
    (
        "numbers are written in one way, be it by `format`, an f-string or `%`",
        """$B.format_width=function(s,fmt){if(fmt.width && s.length < fmt.width){"""
        """var fill=fmt.fill ||" ",align=fmt.align ||"<",missing=fmt.width-s.length
switch(align){case "<":
return s+fill.repeat(missing)
case ">":
return fill.repeat(missing)+s
case "=":
if("+-".indexOf(s.charAt(0))>-1){return s.charAt(0)+fill.repeat(missing)+s.substr(1)}else{
return fill.repeat(missing)+s}
""",
        """$B.half_even=function(value,method,digits){
let[exact,exponent]=value[method](100).split('e'),end=exact.length-100+digits,kept=exact.slice(0,end)
if(/^50*$/.test(exact.slice(end))&& /[02468][.]?$/.test(kept)){
return kept.replace(/[.]$/,'')+(exponent ? 'e'+exponent:'')}
return value[method](Math.min(digits,100)).padEnd(method==='toFixed' && digits > 100 ? end:0,'0')}
$B.format_number=function(number,value,is_int,fmt){
let{type,alternate,precision,grouping_option:mark}=fmt,low=type && type.toLowerCase(),size=3
let minus=value < 0 || ! is_int && Object.is(value,-0),prefix='',digits,rest=''
if(minus){value=-value}
fmt.align=fmt.align ||'>'
if(type && !(is_int ? 'bcdnoxX':'eEfFgGn%').includes(type)){
let name=$B.class_name(number)
$B.RAISE(_b_.ValueError,`Unknown format code '${type}' for object of type '${name}'`)}
if(is_int){
if(precision !==undefined){
$B.RAISE(_b_.ValueError,'Precision not allowed in integer format specifier')}
if(type==='c'){return $B.format_width(_b_.chr(value),fmt)}
let base={b:2,o:8,x:16}[low]||10
if(base !==10){
if(mark===','){$B.RAISE(_b_.ValueError,`Cannot specify ',' with '${type}'.`)}
size=4
if(alternate){prefix='0'+type}}
digits=value.toString(base).padStart(fmt.digits ||0,'0')
if(type==='X'){digits=digits.toUpperCase()}}else{
if(type==='%'){
value*=100
rest='%'}
if(type){precision=precision ?? 6}
if(! isFinite(value)){digits=isNaN(value)? 'nan':'inf'}else if(low==='f' ||type==='%'){
digits=value < 1e21 ? $B.half_even(value,'toFixed',precision):
BigInt(value)+(precision ? '.'+'0'.repeat(precision):'')}else if(low==='e'){
digits=$B.half_even(value,'toExponential',precision)}else if(precision===undefined){
digits=_b_.str.$factory($B.fast_float(value))}else{
precision=precision ||1
digits=$B.half_even(value,'toExponential',precision-1)
let power=+digits.split('e')[1]
if(power >=-4 && power < precision-(type ? 0:1)){
digits=$B.half_even(value,'toFixed',precision-1-power)}
if(! alternate){digits=digits.replace(/[.]0*(?=e|$)|([.]\\d*?)0+(?=e|$)/,'$1')}
if(! type && ! /[.e]/.test(digits)){digits+='.0'}}
digits=digits.replace(/e([+-])(\\d)$/,'e$1'+'0$2')
if(alternate && isFinite(value)&& ! digits.includes('.')){digits=digits.replace(/(?=e|$)/,'.')}
if(fmt.z && +digits===0){minus=false}
if('EFG'.includes(type)){digits=digits.toUpperCase()}
let whole=/^\\d*/.exec(digits)[0]
rest=digits.slice(whole.length)+rest
digits=whole}
prefix=(minus ? '-':(fmt.sign ||'-').replace('-',''))+prefix
let taken=prefix.length+rest.length,body=digits
if(mark){let grouped=()=> body=digits.replace(new RegExp(`\\\\B(?=(\\\\w{${size}})+$)`,'g'),mark)
grouped()
if(fmt.fill==='0' && fmt.align==='=' && digits){
while(taken+body.length < fmt.width){
digits='0'+digits
grouped()}}}
if(fmt.align==='='){
return prefix+(fmt.fill ||' ').repeat(Math.max(0,(fmt.width ||0)-taken-body.length))+body+rest}
return $B.format_width(prefix+body+rest,fmt)}
$B.format_width=function(s,fmt){let size=fmt.width && Array.from(s).length
if(fmt.width && size < fmt.width){
var fill=fmt.fill ||" ",align=fmt.align ||"<",missing=fmt.width-size
switch(align){case "<":
return s+fill.repeat(missing)
case ">":
return fill.repeat(missing)+s
case "=":
return fill.repeat(missing)+s
""",
    ),
    (
        "whole ones",
        """fmt.align=fmt.align ||">"
var res=preformat(self,fmt)
if(fmt.comma){var sign=res[0]=="-" ? "-" :"",rest=res.substr(sign.length),"""
        """len=rest.length,nb=Math.ceil(rest.length/3),chunks=[]
for(var i=0;i < nb;i++){chunks.push(rest.substring(len-3*i-3,len-3*i))}
chunks.reverse()
res=sign+chunks.join(",")}
return $B.format_width(res,fmt)}""",
        """return fmt.empty ? _b_.str.$factory(self):
$B.format_number(self,$B.int_value(self),true,fmt)}""",
    ),
    (
        "and floats",
        """fmt.align=fmt.align ||">"
var pf=preformat(self,fmt)
if(Object.is(self.value,-0)&& ! pf.startsWith('-')){
pf='-'+pf}
if(fmt.z && Object.is(parseFloat(pf),-0)){
pf=pf.substr(1)}
var raw=pf.split('.'),_int=raw[0]
if(fmt.comma){var len=_int.length,nb=Math.ceil(_int.length/3),chunks=[]
for(var i=0;i < nb;i++){chunks.push(_int.substring(len-3*i-3,len-3*i))}
chunks.reverse()
raw[0]=chunks.join(",")}
return $B.format_width(raw.join("."),fmt)}""",
        """return fmt.empty ? _b_.str.$factory(self):
$B.format_number(self,float_value(self).value,false,fmt)}""",
    ),
    (
        "also those of `%`",
        '"d":num_format,"i":num_format,"u":num_format,"o":octal_format,',
        "",
    ),
    (
        "of every kind",
        "".join(
            f'"{kind}":function(val,flags){{return {written}(val,{upper},flags)}},'
            for kind, written, upper in (
                ("g", "floating_point_format", "false"),
                ("G", "floating_point_format", "true"),
                ("f", "floating_point_decimal_format", "false"),
                ("F", "floating_point_decimal_format", "true"),
                ("e", "floating_point_exponential_format", "false"),
                ("E", "floating_point_exponential_format", "true"),
                ("x", "signed_hex_format", "false"),
                ("X", "signed_hex_format", "true"),
            )
        ),
        "",
    ),
    (
        "whose flags are read before",
        ","
        + ",".join(
            f'"{digit}":function(val,flags){{return num_flag("{digit}",flags)}}'
            for digit in range(10)
        )
        + ',"-":neg_flag," ":space_flag,"+":sign_flag,".":decimal_point_flag,"#":alternate_flag}',
        """}
function percent_number(val,flags){let type=flags.conversion_type,width=+flags.padding ||0
let is_int='diuoxX'.includes(type),precision=flags.precision && +flags.precision
number_check(val,flags)
if($B.$isinstance(val,_b_.float)){
if('oxX'.includes(type)){
$B.RAISE(_b_.TypeError,`%${type} format: an integer is required, not float`)}
val=is_int ? _b_.int.$factory(val):val.value}else{
val=$B.int_value(val)
val=is_int ? val:_b_.int.nb_float(val).value}
return $B.format_number(val,val,is_int,{type:'iu'.includes(type)? 'd':type,width,
align:flags.left ? '<':flags.pad_char==='0' ? '=':'>',fill:flags.pad_char,alternate:flags.alternate,
sign:flags.sign ||(flags.space ? ' ':'-'),[is_int ? 'digits':'precision']:precision})}""",
    ),
    (
        "in the same way",
        "var func=char_mapping[fmt.conversion_type],value",
        "var func=char_mapping[fmt.conversion_type]||percent_number,value",
    ),
    (
        "a width given with the values is a number",
        "fmt.padding=args[argpos]\n",
        "fmt.padding=$B.int_value(args[argpos])\n"
        "if(fmt.padding < 0){\nfmt.left=true\nfmt.padding=-fmt.padding}\n",
    ),
    (
        "and so is a precision",
        "fmt.precision=args[argpos]\n",
        "fmt.precision=$B.int_value(args[argpos])\n",
    ),
    (
        "text that is formatted is cut and filled up by its characters",
        """var format_padding=function(s,flags,minus_one){var padding=flags.padding
if(! padding){
return s}
s=s.toString()
padding=parseInt(padding,10)
if(minus_one){
padding-=1}
if(! flags.left){return get_char_array(padding-s.length,flags.pad_char)+s}else{
return s+get_char_array(padding-s.length,flags.pad_char)}}""",
        """var format_padding=function(s,flags){
if(flags.precision !==undefined){s=Array.from(s).slice(0,flags.precision).join('')}
return $B.format_width(s,{width:flags.padding,align:flags.left ? '<':'>'})}""",
    ),
    (
        "a single one too",
        "{if(_b_.str.mp_length(val)==1){return val}",
        "{if(_b_.str.mp_length(val)==1){return format_padding(val,flags)}",
    ),
    (
        "or by `format`",
        "if(fmt.precision){self=self.substr(0,fmt.precision)}",
        "if(fmt.precision !==undefined){self=to_chars(self).slice(0,fmt.precision).join('')}",
    ),
    (
        "a float is rounded by its exact value, and stays one where digits are given",
        """if(ndigits==0){var res=Math.round(x.value)
if(Math.abs(x.value-res)==0.5){
if(res % 2){return res-1}}
if(no_digits){
return res}
return $B.fast_float(res)}
if(typeof ndigits=="bigint"){ndigits=Number(ndigits)}
var pow1,pow2,y,z
if(ndigits >=0){if(ndigits > 22){
pow1=10**(ndigits-22)
pow2=1e22}else{
pow1=10**ndigits
pow2=1.0}
y=(x.value*pow1)*pow2
if(!isFinite(y)){return x}}else{
pow1=10**-ndigits
pow2=1.0 """
        """
if(isFinite(pow1)){y=x.value/pow1}else{
return ZERO}}
z=Math.round(y)
if(fabs(y-z).value==0.5){
z=2.0*Math.round(y/2)}
if(ndigits >=0){z=(z/pow2)/pow1}else{
z*=pow1}
if(! isFinite(z)){$B.RAISE(_b_.OverflowError,"overflow occurred during round")}
return fast_float(z)}""",
        """ndigits=Number($B.int_value(ndigits))
let value=Math.abs(x.value),rounded=0
if(ndigits >=0){
rounded=ndigits > 100 ||value >=1e21 ? value:+$B.half_even(value,'toFixed',ndigits)}"""
        """else if(ndigits >-400){let unit=10n**BigInt(-ndigits),whole=BigInt(Math.trunc(value))
let twice=2n*(whole % unit)
whole/=unit
if(twice > unit ||twice===unit &&(value % 1 ||whole & 1n)){whole++}
rounded=Number(whole*unit)}
if(! isFinite(rounded)){$B.RAISE(_b_.OverflowError,"overflow occurred during round")}
rounded=copysign(rounded,x.value)
return no_digits ? _b_.float.nb_int(fast_float(rounded+0)):fast_float(rounded)}""",
    ),
    (
        "so that there is no other",
        "$B.formatters={floating_point_format,floating_point_decimal_format,"
        "floating_point_exponential_format}\n",
        "",
    ),
    *(
        (
            f"`{name}` goes where nothing calls it",
            f"var {name}=function({taken}){{",
            f"function {name.partition('=')[0]}({taken}){{",
        )
        for name, taken in {
            "get_char_array": "size,char",
            "format_int_precision": "val,flags",
            "format_float_precision": "val,upper,flags,modifier",
            "num_format": "val,flags",
            "_float_helper": "val,flags",
            "validate_precision": "precision",
            "floating_point_format": "value,upper,flags",
            "roundDownToFixed=$B.roundDownToFixed": "v,d",
            "floating_point_decimal_format": "val,upper,flags",
            "_floating_exp_helper": "val,precision,flags,upper",
            "floating_point_exponential_format": "value,upper,flags",
            "signed_hex_format": "val,upper,flags",
            "octal_format": "val,flags",
            "num_flag": "c,flags",
            "decimal_point_flag": "val,flags",
            "neg_flag": "val,flags",
            "space_flag": "val,flags",
            "sign_flag": "val,flags",
            "alternate_flag": "val,flags",
        }.items()
    ),
    (
        "also the signs of `%`",
        "var format_sign=function(val,flags){if(flags.sign){",
        "function format_sign(val,flags){if(flags.sign){",
    ),
    (
        "and of floats",
        "var format_sign=function(val,flags){switch(flags.sign){",
        "function format_sign(val,flags){switch(flags.sign){",
    ),
    (
        "an integer is its own conjugate",
        "int_funcs.conjugate=function(self){}",
        "int_funcs.conjugate=function(self){return int_value(self)}",
    ),
    (
        "and a float",
        "float_funcs.conjugate=function(self){$B.RAISE(_b_.NotImplementedError,'conjugate')}",
        "float_funcs.conjugate=function(self){return float_value(self)}",
    ),
    (
        "whose imaginary part is a float",
        "float_funcs.imag_get=function(self){return 0}",
        "float_funcs.imag_get=function(self){return fast_float(0)}",
    ),
    (
        "zero in hexadecimal has a signed exponent",
        """"0x0.0p0" :"-0x0.0p0\"""",
        """"0x0.0p+0" :"-0x0.0p+0\"""",
    ),
    (
        "the count of bytes may be given by its name",
        '"to_bytes",3,{self:null,len:null,byteorder:null,signed:null},arguments,{len:1,'
        "byteorder:'big',signed:false})\nvar self=$.self,len=$.len,",
        '"to_bytes",3,{self:null,length:null,byteorder:null,signed:null},arguments,{length:1,'
        "byteorder:'big',signed:false})\nvar self=$.self,len=$B.int_value($.length),",
    ),
    (
        "what inherits str or int counts as its value wherever JavaScript asks for one",
        "function conv_str(obj){",
        "$B.heir={valueOf(){return(this.$brython_value ?? this.value).valueOf()},"
        "toString(){return ''+this.valueOf()}}\nfunction conv_str(obj){",
    ),
    (
        "be it text",
        "var res={ob_type:cls,$brython_value:str.$factory(arg,encoding,errors)}",
        "var res={__proto__:$B.heir,ob_type:cls,"
        "$brython_value:$B.String(str.$factory(arg,encoding,errors))}",
    ),
    (
        "or a number",
        "var res={ob_type:cls,value:int.$factory(value,base)}",
        "var res={__proto__:$B.heir,ob_type:cls,value:int.$factory(value,base)}",
    ),
    (
        "its characters are those of its value",
        "len:_b_.str.mp_length(self),it:self[Symbol.iterator]()}}",
        "len:_b_.str.mp_length(self),it:to_string(self)[Symbol.iterator]()}}",
    ),
    (
        "and so is how it begins",
        "if(start !==0){start=$B.PyNumber_Index(start)",
        "self=to_string(self)\nif(start !==0){start=$B.PyNumber_Index(start)",
    ),
    (
        "how it ends",
        "suffix=suffix.ob_type ? suffix.$brython_value :suffix\nif(suffix.length <=s.length &&",
        "suffix=to_chars(suffix)\nif(suffix.length <=s.length &&",
    ),
    (
        "of whole characters",
        "s.slice(s.length-suffix.length).join('')==suffix){return true}}",
        "s.slice(s.length-suffix.length).join('')==suffix.join('')){return true}}",
    ),
    (
        "its bytes",
        "return _b_.bytes.tp_new(_b_.bytes,[$.self,$.encoding,$.errors],$B.empty_dict())}",
        "return _b_.bytes.tp_new(_b_.bytes,[_self,$.encoding,$.errors],$B.empty_dict())}",
    ),
    (
        "what is put into it",
        "count=$.count,_self=$.self,old=$.old,",
        "count=$.count,_self=to_string($.self),old=$.old,",
    ),
    (
        "where it is split, also at characters of two halves",
        "RegExp.escape(sep)",
        "RegExp.escape(''+sep)",
    ),
    (
        "its code",
        "if(typeof c.valueOf()=='string'){if(c.length==1)",
        "if(typeof c.valueOf()=='string'){c=''+c\nif(c.length==1)",
    ),
    (
        "and the attribute it names",
        """if(!(typeof attr=='string')){$B.RAISE(_b_.TypeError,"setattr(): """
        """attribute name must be string")}
return $B.$setattr(obj,attr,value)}""",
        """if(! $B.is_str(attr)){$B.RAISE(_b_.TypeError,"setattr(): attribute name must be string")}
return $B.$setattr(obj,attr.valueOf(),value)}""",
    ),
    (
        "its slices",
        """var res=""
if(step > 0){if(stop <=start){return ""}
for(let i=start;i < stop;i+=step){res+=_self[i]}}else{
if(stop >=start){return ''}
for(let i=start;i > stop;i+=step){res+=_self[i]}}
return $B.String(res)}""",
        """if(step===1){return $B.String(_self.slice(start,Math.max(start,stop)))}
let res="",chars=_self.surrogates ? to_chars(_self):_self
for(let i=s.start;step > 0 ? i < s.stop:i > s.stop;i+=step){res+=chars[i]}
return $B.String(res)}""",
    ),
    (
        "is filled up by characters in the middle",
        """$.self)
if($.width <=self.length){return self}
var pad=parseInt(($.width-self.length)/2),res=$.fillchar.repeat(pad)
res+=self+res
if(res.length < $.width){res+=$.fillchar}
return res}""",
        """$.self)
let missing=Math.max(0,$.width-str.mp_length(self)),left=(missing >> 1)+(missing & $.width & 1)
let fill=''+$.fillchar
return $B.String(fill.repeat(left)+self+fill.repeat(missing-left))}""",
    ),
    (
        "on the right",
        "return _self+$.fillchar.repeat($.width-len)}",
        "return $B.String(_self+(''+$.fillchar).repeat($.width-len))}",
    ),
    (
        "or on the left",
        "return $B.String($.fillchar.repeat($.width-len)+_self)}",
        "return $B.String((''+$.fillchar).repeat($.width-len)+_self)}",
    ),
    (
        "and told in ASCII",
        """var res=repr(obj),res1='',cp
for(var i=0;i < res.length;i++){cp=res.charCodeAt(i)
if(cp < 128){res1+=res.charAt(i)}else if(cp < 256){res1+='\\\\x'+cp.toString(16)}else{
var s=cp.toString(16)
if(s.length % 2==1){s="0"+s}
res1+='\\\\u'+s}}
return res1}""",
        """return Array.from(repr(obj),char=>{let code=char.codePointAt(0),hex=code.toString(16)
return code < 128 ? char:code < 256 ? '\\\\x'+hex:code < 0x10000 ? '\\\\u'+hex.padStart(4,'0'):
'\\\\U'+hex.padStart(8,'0')}).join('')}""",
    ),
    (
        "its case is folded",
        "cf=$B.unicode_casefold[char]",
        "cf=$B.unicode_casefold[char.codePointAt(0)]",
    ),
    (
        "it is put between characters",
        'elts=_self.split("")\nif(count',
        "elts=Array.from(_self)\nif(count",
    ),
    (
        "and mapped to others",
        "if($B.is_str(k)&& k.length==1){k=_b_.ord(k)}",
        "if($B.is_str(k)&& to_chars(k).length===1){k=_b_.ord(k)}",
    ),
    (
        "one by one",
        """else if($.x.length !==$.y.length){""",
        """else if(str.mp_length($.x)!==str.mp_length($.y)){""",
    ),
    (
        "or taken out",
        "for(let i=0,len=$.z.length;i < len;i++){toNone[_b_.ord($.z.charAt(i))]=true}}",
        "for(let char of to_chars($.z)){toNone[char.codePointAt(0)]=true}}",
    ),
    (
        "in order",
        "for(let i=0,len=$.x.length;i < len;i++){var key=_b_.ord($.x.charAt(i)),"
        "value=$.y.charCodeAt(i)\n_b_.dict.$setitem(_t,key,value)}",
        "let[from,to]=[$.x,$.y].map(text=> Array.from(''+text,char=> char.codePointAt(0)))\n"
        "from.forEach((key,i)=> _b_.dict.$setitem(_t,key,to[i]))",
    ),
    (
        "which are what a number says",
        'if(typeof repl=="string"){res.push(repl)}else if(typeof repl=="number")'
        "{res.push(String.fromCharCode(repl))}}",
        "res.push($B.is_int(repl)? String.fromCodePoint(repl):repl)}",
    ),
    (
        "and text again",
        'catch(err){res.push(char)}}\nreturn res.join("")}',
        'catch(err){res.push(char)}}\nreturn $B.String(res.join(""))}',
    ),
    (
        "what ends it is taken away",
        "return _self.substr(0,_self.length-suffix.length)}",
        "return $B.String(_self.substr(0,_self.length-suffix.length))}",
    ),
    (
        "text of a class of its own has bytes",
        "let res=encode(source,encoding,errors)",
        "let res=encode(_b_.str.$to_string(source),encoding,errors)",
    ),
    (
        "and may be a float",
        "var original_value=value\n",
        "var original_value=value\nif($B.is_str(value)){value=''+value}\n",
    ),
    (
        "bytes are found from where on was asked",
        """{var $=$B.args('index',4,{self:null,sub:null,start:null,end:null},arguments,"""
        """{start:0,end:-1})
var index=bytes_funcs.find($.self,$.sub,$.start,$.end)""",
        """{let index=find.apply('find',arguments)""",
    ),
    (
        "they are parted where what parts them is",
        """i=bytes_funcs.find(self,sep)
return""",
        """i=bytes_funcs.find(self,sep)
if(i < 0){return $B.fast_tuple([self,[],[]].map(part=> this.$factory(part)))}
return""",
    ),
    (
        "also from the end",
        """i=bytes_funcs.rfind(self,sep)
return""",
        """i=bytes_funcs.rfind(self,sep)
if(i < 0){return $B.fast_tuple([[],[],self].map(part=> this.$factory(part)))}
return""",
    ),
    (
        "those of no table are only taken out",
        """{self:null,table:null,_delete:null},arguments,{_delete:$B.NULL})
var self=$.self,table=$.table,_delete=$._delete""",
        """{self:null,table:null,delete:null},arguments,{delete:$B.NULL})
var self=$.self,table=$.table,_delete=$.delete""",
    ),
    (
        "and stay as they are else",
        "if($B.$isinstance(table,[bytes,bytearray])&& table.source.length==256){",
        "if(table===_b_.None){res=self.source.filter(byte=> ! _delete.includes(byte))}else "
        "if($B.$isinstance(table,[bytes,bytearray])&& table.source.length==256){",
    ),
    (
        "a float is divided by zero as an int is, and by what is no number",
        "function _float_div_mod(vx,wx){",
        "function _float_div_mod(vx,wx){"
        'if(wx==0){$B.RAISE(_b_.ZeroDivisionError,"division by zero")}\n'
        "if(isNaN(vx % wx)){return{floordiv:NaN,mod:NaN}}\n",
    ),
    (
        "what is left of a float is exact, and that of anything divided by infinity is a number",
        """self=conv_float(self)[0]
if(self===$B.NULL){return _b_.NotImplemented}
if(other==0){$B.RAISE(_b_.ZeroDivisionError,"float modulo")}
if($B.is_int(other)){other=_b_.int.tp_funcs.numerator_get(other)
return fast_float((self.value % other+other)% other)}
if($B.$isinstance(other,float)){
var q=Math.floor(self.value/other.value),r=self.value-other.value*q
if(r==0 && other.value < 0){return fast_float(-0)}
return fast_float(r)}
return _b_.NotImplemented}""",
        """let[x,y]=conv_float(self,other)
if(x===$B.NULL ||y===$B.NULL){return _b_.NotImplemented}
return fast_float(_float_div_mod(x.value,y.value).mod)}""",
    ),
    (
        "a float that is no number is true",
        "return _b_.bool.$factory(self.value)}\n_b_.float.nb_int",
        "return self.value !==0}\n_b_.float.nb_int",
    ),
    (
        "an empty range is false",
        "_b_.range.nb_bool=function(self){return self.start !=self.end}",
        "_b_.range.nb_bool=function(self){return _b_.range.mp_length(self)!=0}",
    ),
    (
        "text is ordered by its characters: two of JavaScript's units are more than any single one",
        "self+=''\nother+=''\nswitch(op){case '__eq__':",
        r"""self+=''
other+=''
if(/[\ud800-\udfff]/.test(self+other)){let inOrder=text=>text.replace(/[\ud800-\uffff]/g,unit=>{
let code=unit.charCodeAt(0)
return String.fromCharCode(code < 0xe000 ? code+0x2000:code-0x800)})
self=inOrder(self)
other=inOrder(other)}
switch(op){case '__eq__':""",
    ),
    (
        "a request may have a query of its own",
        """var args=handle_kwargs(kw,"get")
if(method=="GET" && ! args.cache){url=url+"?ts"+(new Date()).getTime()+"=0"}
if(args.body && method=="GET"){url=url+(args.cache ? "?" :"&")+args.body}""",
        """var args=handle_kwargs(kw,method.toLowerCase())
var add=query=>url+=(url.includes("?") ? "&" :"?")+query
if(method=="GET" && ! args.cache){add("ts"+(new Date()).getTime()+"=0")}
if(args.body && method=="GET"){add(args.body)}""",
    ),
    (
        "and bytes",
        """result.body=new ArrayBuffer(params.source.length)
var array=new Int8Array(data)
for(let i=0,len=params.source.length;i < len;i++){array[i]=params.source[i]}""",
        "result.body=Uint8Array.from(params.source)",
    ),
    (
        "its answer has headers",
        'HTTPRequest.tp_getset=["data","response_header"\n]',
        'HTTPRequest.tp_getset=["data","response_headers"]',
    ),
    (
        "a function that is bound by a decorator stays one, and is no element",
        "return function(f){return DOMNode.tp_funcs.bind(self,event,f)}}",
        "return function(f){DOMNode.tp_funcs.bind(self,event,f)\nreturn f}}",
    ),
    (
        "a key that was taken out of a dict is not there, which is no error",
        "if(v===undefined){d[TABLE][hash].splice(i,1)\nif(d[TABLE][hash].length==0)"
        "{delete d[TABLE][hash]\nreturn null}\ncontinue}\nif(v===key ||",
        "if(v===undefined){continue}\nif(v===key ||",
    ),
    (
        "and the one that took its place is found",
        "if(d[KEYS][index]===undefined){d[TABLE][hash].splice(i,1)\nif(d[TABLE][hash].length==0)"
        "{delete d[TABLE][hash]\nreturn{\nfound:false,hash}}\ncontinue}\nlet k",
        "if(d[KEYS][index]===undefined){continue}\nlet k",
    ),
    (
        "a copy of what inherits dict has its items",
        "if($B.exact_type(self,_b_.dict)){$copy_dict(res,self)\nreturn res}\nreturn res}",
        "$copy_dict(res,self)\nreturn res}",
    ),
    (
        "an attribute that is there, and whose own code misses another, tells of that one",
        "$B.object_getattribute=function(obj,klass,attr){",
        "$B.object_getattribute=function(obj,klass,attr,raises){",
    ),
    (
        "which is raised where nothing is given instead",
        "var res=$B.object_getattribute(obj,klass,attr)}else{",
        "var res=$B.object_getattribute(obj,klass,attr,_default===undefined)}else{",
    ),
    (
        "as it is",
        "res=getattribute(obj,attr)}catch(err){$B.RAISE_IF_NOT(err,_b_.AttributeError)\n"
        "res=$B.NULL}",
        "res=getattribute(obj,attr)}catch(err){$B.RAISE_IF_NOT(err,_b_.AttributeError)\n"
        "if(raises){throw err}\nres=$B.NULL}",
    ),
    (
        "`__class_getitem__` of a program gets what stands in the brackets",
        "if(! Array.isArray(item)){item=$B.fast_tuple([item])}\nif(obj===_b_.type)",
        "let given=item\nif(! Array.isArray(item)){item=$B.fast_tuple([item])}\nif(obj===_b_.type)",
    ),
    (
        "and not a tuple of it",
        "if(class_gi !==$B.NULL){return $B.$call(class_gi,item)}else{",
        "if(class_gi !==$B.NULL){"
        "return $B.$call(class_gi,class_gi.ob_type===$B.method ? given:item)}else{",
    ),
    (
        "an integer is rounded to tens, hundreds, … exactly",
        """var mult=Math.pow(10,n),x=arg*mult,floor=Math.floor(x),diff=Math.abs(x-floor),res
if(diff==0.5){if(floor % 2){floor+=1}
res=_b_.int.nb_true_divide(floor,mult)}else{
res=_b_.int.nb_true_divide(Math.round(x),mult)}
if(res.value===Infinity ||res.value===-Infinity)"""
        """{$B.RAISE(_b_.OverflowError,"rounded value too large to represent")}
if($.ndigits===None){
return Math.floor(res.value)}else{
return $B.$call(klass,res)}}
""",
        """if(n >=0){return $B.int_value(arg)}
let unit=10n**BigInt(-n),value=BigInt($B.int_value(arg)),rest=(value % unit+unit)% unit
value-=rest
if(2n*rest > unit || 2n*rest===unit && value/unit % 2n){value+=unit}
return _b_.int.$int_or_long(value)}
""",
    ),
    (
        "small and large integers are sorted together",
        "if(reverse){cmp=function(b,a){return a-b}}else{\ncmp=function(a,b){return a-b}}}else{",
        "let sign=reverse ?-1:1\ncmp=(a,b)=> a < b ?-sign:a > b ? sign:0}else{",
    ),
    (
        "what an encoding lacks is told, or written in another way that was asked for",
        """function $UnicodeEncodeError(encoding,code_point,position,reason)"""
        """{$B.RAISE(_b_.UnicodeEncodeError,"'"+encoding+
"' codec can't encode character "+_b_.hex(code_point)+
" in position "+position+
(reason ? ": "+reason :""))}
""",
        """function encoded_otherwise(encoding,text,position,errors,reason){
let code=Array.from(text)[position].codePointAt(0)
let hex=code.toString(16),size=code < 0x100 ? 2:code < 0x10000 ? 4:8
let other={ignore:'',replace:'?',xmlcharrefreplace:`&#${code};`,
backslashreplace:`\\\\${'xuU'[Math.log2(size)-1]}${hex.padStart(size,'0')}`}[errors]
if(other===undefined){
throw $B.$call(_b_.UnicodeEncodeError,encoding,text,position,position+1,reason)}
return Array.from(other,char=> char.codePointAt(0))}
""",
    ),
    (
        "and shown by all its digits",
        "char=`character '\\\\x${s}'`\npos=self.start}else{\nchar=`characters`\n"
        "pos=`${self.start}-${self.end - 1}`}\nreturn `'${self.encoding}' codec can't encode `",
        "char=`character '\\\\${{2:'x',4:'u',8:'U'}[s.length]}${s}'`\npos=self.start}else{\n"
        "char=`characters`\npos=`${self.start}-${self.end - 1}`}\n"
        "return `'${self.encoding}' codec can't encode `",
    ),
    (
        "half a character in UTF-8",
        '$UnicodeEncodeError(encoding,m[1].charCodeAt(0),m.index,"surrogates not allowed")',
        "encoded_otherwise(encoding,s,Array.from(s.slice(0,m.index)).length,errors,"
        "'surrogates not allowed')",
    ),
    (
        "a character in Latin-1",
        """for(let i=0,len=s.length;i < len;i++){let cp=s.charCodeAt(i)
if(cp <=255){t[pos++]=cp}else if(errors !="ignore"){$UnicodeEncodeError(encoding,i)}}
""",
        """for(let[i,char]of Array.from(s).entries()){let cp=char.codePointAt(0)
t.push(...cp <=255 ?[cp]:
encoded_otherwise(encoding,s,i,errors,'ordinal not in range(256)'))}
""",
    ),
    (
        "in ASCII",
        """for(let i=0,len=_b_.str.mp_length(s);i < len;i++){let cp=s.charCodeAt(i),
char=_b_.str.mp_subscript(s,i)
if(cp <=127){t[pos++]=cp}else if(errors=="backslashreplace"){let hex=_b_.hex(_b_.ord(char))
if(hex.length < 5){hex='\\\\x'+'0'.repeat(4-hex.length)+hex.substr(2)}"""
        """else if(hex.length < 7){hex='\\\\u'+'0'.repeat(6-hex.length)+hex.substr(2)}else{
hex='\\\\U'+'0'.repeat(10-hex.length)+hex.substr(2)}
for(let char of hex){t[pos++]=char.charCodeAt(0)}}"""
        """else if(errors !=='ignore'){$UnicodeEncodeError(encoding,i)}}
""",
        """for(let[i,char]of Array.from(s).entries()){let cp=char.codePointAt(0)
t.push(...cp <=127 ?[cp]:
encoded_otherwise(encoding,s,i,errors,'ordinal not in range(128)'))}
""",
    ),
    (
        "a text from bytes knows where its characters have two halves, and may have marks for "
        "what is none",
        "return decoder.decode(array)}catch(err){}}\nvar pos=0,err_info",
        "return $B.String(decoder.decode(array))}catch(err){if(errors==='replace'){"
        "return $B.String(new TextDecoder('utf-8',{ignoreBOM:true}).decode(array))}}}\n"
        "var pos=0,err_info",
    ),
    (
        "an exception says all that it was given, under the name of its class",
        """_b_.BaseException.tp_repr=function(self){var args=''
if(self.args.length > 0 && self.args[0]!==_b_.None){args=_b_.repr(self.args[0])}
var qualname=$B.$getattr($B.get_class(self),'__qualname__')
return `${qualname}(${args})`}
_b_.BaseException.tp_str=function(self){if(self.args.length > 0 && self.args[0]!==_b_.None)"""
        """{return _b_.str.$factory(self.args[0])}
return ''}""",
        """_b_.BaseException.tp_repr=function(self){let{args}=self
return $B.class_name(self)+(args.length==1 ? `(${_b_.repr(args[0])})`:_b_.repr(args))}
_b_.BaseException.tp_str=function(self){let{args}=self
return args.length==0 ? '':_b_.str.$factory(args.length==1 ? args[0]:args)}""",
    ),
    (
        "and nothing where it was given nothing",
        "throw $B.$call(error_type,message ?? '')}",
        "throw $B.$call(error_type,...message===undefined ?[]:[message])}",
    ),
    (
        "a `KeyError` of several arguments is no other",
        "{return _b_.repr(self.args[0])}\nreturn _b_.BaseException.tp_repr(self)}",
        "{return _b_.repr(self.args[0])}\nreturn _b_.BaseException.tp_str(self)}",
    ),
    (
        "an `AttributeError` neither",
        "_b_.AttributeError.tp_repr=function(self){return self.args[0]}\n",
        "",
    ),
    (
        "and has no list beside its text",
        "return $B.$call(_b_.AttributeError,msg,[],{$kw",
        "return $B.$call(_b_.AttributeError,msg,{$kw",
    ),
    (
        "an `UnboundLocalError` is told like others",
        "_b_.UnboundLocalError.tp_repr=function(self){return self.args[0]}\n",
        "",
    ),
    *(
        (
            f"a `{name}` knows its arguments",
            f"_b_.{name}.tp_new=function(cls,args,kw){{let obj={{ob_type:cls}}\n"
            "$B.init_dict(obj)\nreturn obj}\n",
            "",
        )
        for name in ("UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError")
    ),
    (
        "`SystemExit` has its code, and an `OSError` the parts of its text",
        "$B.set_func_names(_b_.StopIteration,'builtins')\n",
        """$B.set_func_names(_b_.StopIteration,'builtins')
let members=names=> names.map(name=>[name,$B.TYPES.OBJECT,name,0])
_b_.SystemExit.tp_init=function(self,...args){_b_.BaseException.tp_init(self,...args)
self.code=args.length > 1 ? self.args:args[0]?? _b_.None}
_b_.SystemExit.tp_members=members(['code'])
_b_.OSError.tp_init=function(self,...args){_b_.BaseException.tp_init(self,...args)
if(args.length < 2){args=[]}
self.errno=args[0]?? _b_.None
self.strerror=args[1]?? _b_.None
self.filename=args[2]?? _b_.None
if(args.length > 2){self.args=$B.fast_tuple(args.slice(0,2))}}
_b_.OSError.tp_str=function(self){let{errno,strerror,filename}=self
return self.args.length !=2 ? _b_.BaseException.tp_str(self):"""
        """`[Errno ${_b_.str.$factory(errno)}] ${_b_.str.$factory(strerror)}`+
(filename===_b_.None ? '':`: ${_b_.repr(filename)}`)}
_b_.OSError.tp_members=members(['errno','strerror','filename'])
""",
    ),
    (
        "without a parser no error is one of the text",
        r"""if($B.is_exc(err,[_b_.SyntaxError,_b_.IndentationError])){trace+=trace_from_stack(err)
if(err.args.length > 0){var filename=err.filename,line=err.text
if(line !==_b_.None){var indent=line.length-line.trimLeft().length
trace+=`  File "${filename}", line ${err.args[1][1]}\n`+
`    ${line.trim()}\n`}}
if(! $B.is_exc(err,_b_.IndentationError)&&
err.text && err.text !==_b_.None){if(err._metadata){_find_keyword_typos(err)}
if($B.get_option('debug')> 2){console.log('debug from error',$B.get_option('debug',err))
console.log('error args',err.args[1])
console.log('err line',line)
console.log('indent',indent)}
var end_lineno=err.end_lineno===_b_.None ? err.lineno :err.end_lineno
var end_offset=err.end_offset===_b_.None ? err.offset :err.end_offset
var start=err.offset-indent-1,end_offset=end_offset-1+
(end_offset==err.offset ? 1 :0),marks='    '+' '.repeat(Math.max(0,start)),nb_marks=1
if(end_lineno > err.lineno){nb_marks=line.length-start-indent}else{
nb_marks=end_offset-start-indent}
if(nb_marks==0 &&
end_offset==line.substr(indent).length){nb_marks=1}
marks+='^'.repeat(nb_marks)+'\n'
trace+=marks}
trace+=`${$B.get_name($B.get_class(err))}: ${err.args[0] ?? '<no detail available>'}`}else """,
        "",
    ),
    (
        "what nobody calls is cut where it is a function of its own",
        "_b_.ExceptionGroup.$factoryXXX=function()",
        "function unused()",
    ),
    (
        "a generator that raises `StopIteration`, in whatever way, has failed and not ended",
        "$B.$raise=function(arg,cause){\n",
        """$B.generator_error=function(error){
if(! $B.is_exc(error,[_b_.StopIteration])){return error}
let failed=$B.EXC(_b_.RuntimeError,"generator raised StopIteration")
failed.__cause__=failed.__context__=$B.exception(error)
failed.suppress_context=failed.$has_context=true
return failed}
$B.$raise=function(arg,cause){
""",
    ),
    (
        "as it is compiled to say",
        "if($B.is_exc(arg,_b_.StopIteration)&&\n$B.frame_obj.frame.$is_generator){\n"
        'arg=$B.EXC(_b_.RuntimeError,"generator raised StopIteration")}\n',
        "",
    ),
    (
        "also where its class is raised",
        "if(arg===_b_.StopIteration){if($B.frame_obj.frame[1].$is_generator){\n"
        '$B.RAISE(_b_.RuntimeError,"generator raised StopIteration")}}\n',
        "",
    ),
    (
        "a group is split by a type, types or a function, the groups in it too, and into its kind",
        "BaseExceptionGroup_funcs.split=function(self,condition){\nvar matching_excs",
        """BaseExceptionGroup_funcs.split=function(self,condition){
let is_type=$B.is_type(condition)|| Array.isArray(condition)
if(! is_type && ! _b_.callable(condition)){$B.RAISE(_b_.TypeError,
"expected a function, exception type or tuple of exception types")}
return $B.fast_tuple(split_group(self,is_type ? exc=> $B.$isinstance(exc,condition):
exc=> $B.$bool($B.$call(condition,exc))))}
function split_group(self,test){if(test(self)){return[self,_b_.None]}
let parts=[[],[]]
for(let exc of self.excs){if(exc.excs){split_group(exc,test).forEach((part,i)=>{
if(part !==_b_.None){parts[i].push(part)}})}else{parts[test(exc)? 0:1].push(exc)}}
return parts.map(found=>{if(found.length==0){return _b_.None}
let group=$B.$call($B.$getattr(self,'derive'),$B.$list(found))
let notes=$B.get_from_dict(self,'__notes__',$B.NULL)
if(notes !==$B.NULL){$B.set_to_dict(group,'__notes__',$B.$list(Array.from(notes)))}
for(let name of['__cause__','__context__','__traceback__']){group[name]=self[name]}
return group})}
$B.except_star=function(frame){
let error=frame.$handled,rest=error,matching,raised=[],again=[],leaves=new Set()
let collect=exc=> exc.excs ? exc.excs.forEach(collect):leaves.add(exc)
return{matches(type){matching=_b_.None
if(rest.excs){[matching,rest]=$B.$call($B.$getattr(rest,'split'),type)}"""
        """else if(rest !==_b_.None && $B.$isinstance(rest,type)){
matching=$B.$call(_b_.BaseExceptionGroup,'',$B.fast_tuple([rest]))
rest=_b_.None}
return matching===_b_.None ? null:frame.$handled=matching},
failed(exc){if(exc===error){again.push(matching)}else{raised.push(exc)}},
end(){if(rest !==_b_.None){again.push(rest)}
again.forEach(collect)
if(leaves.size > 0){raised.push(error.excs ? split_group(error,exc=> leaves.has(exc))[0]:again[0])}
if(raised.length > 0){
let left=raised.length==1 ? raised[0]:$B.$call(_b_.BaseExceptionGroup,'',$B.$list(raised))
left.$has_context=true
throw left}}}}
function unused_split(self,condition){
var matching_excs""",
    ),
    (
        "nor this, which made a tuple of a group's list",
        "_b_.BaseExceptionGroup.$factory=function(msg,excs)",
        "function unused_factory(msg,excs)",
    ),
    (
        "a set that is iterated keeps its size, also at the end",
        "set_iterator.tp_iternext=function*(self){for(var item of self.it){"
        "if(self.so.$version !=self.version){"
        '$B.RAISE(_b_.RuntimeError,"Set changed size during iteration")}\nyield item}}',
        "set_iterator.tp_iternext=function*(self){let check=()=>{if(self.so.$used !=self.used){"
        '$B.RAISE(_b_.RuntimeError,"Set changed size during iteration")}}\n'
        "for(var item of self.it){check()\nyield item}\ncheck()}",
    ),
    (
        "which is not what a change of its items is told by",
        "it:set_iter(self),version:self.$version}}",
        "it:set_iter(self),used:self.$used}}",
    ),
    (
        "so does a dict of strings that lose a key",
        "if(self.hasOwnProperty(key)){delete self[key]\n",
        "if(self.hasOwnProperty(key)){delete self[key]\nself[VERSION]=(self[VERSION]?? 0)+1\n",
    ),
    (
        "or get one by `setdefault`",
        "if(! self.hasOwnProperty(key)){self[key]=_default}\n",
        "if(! self.hasOwnProperty(key)){dict.$setitem(self,key,_default)}\n",
    ),
    (
        "who is called with wrong arguments is told by its whole name",
        "var name=infos[$B.func_attrs.__name__]\n",
        "var name=infos[$B.func_attrs.__qualname__]\n",
    ),
)
