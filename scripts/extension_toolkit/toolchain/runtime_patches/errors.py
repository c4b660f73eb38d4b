"""Exceptions, groups of them, and when there have to be some."""

from __future__ import annotations

from ..patching import Patch

PATCHES: tuple[Patch, ...] = (
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
        "`SystemExit` has its code, an `OSError` the parts of its text and its number's class",
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
const by_number={1:'Permission',2:'FileNotFound',3:'ProcessLookup',4:'Interrupted',
10:'ChildProcess',11:'BlockingIO',13:'Permission',17:'FileExists',20:'NotADirectory',21:'IsADirectory',32:'BrokenPipe',
103:'ConnectionAborted',104:'ConnectionReset',108:'BrokenPipe',110:'Timeout',
111:'ConnectionRefused',114:'BlockingIO',115:'BlockingIO'}
_b_.OSError.tp_new=function(cls,args,kw){let kind=args.length > 1 && by_number[args[0]]
return _b_.BaseException.tp_new(kind && cls===_b_.OSError ? _b_[kind+'Error']:cls,args,kw)}
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
        "if(self.hasOwnProperty(key)){delete self[key]\nself[VERSION]=(self[VERSION]?? 0)-1\n",
    ),
    (
        "which is told by its size, so that a key may leave it and come back",
        "delete self[HASHES][lookup.index]\nself[VERSION]++\n",
        "delete self[HASHES][lookup.index]\nself[VERSION]--\n",
    ),
    *(
        ("by `popitem` too", f"{deleted}\nself[VERSION]++\n", f"{deleted}\nself[VERSION]--\n")
        for deleted in ("delete self[key]", "delete self[VALUES][index]")
    ),
    (
        "or all of them",
        "var self=$.self\nif(self[TABLE]){delete self[TABLE]\n",
        "var self=$.self\nself[VERSION]-=dict.mp_length(self)\n"
        "if(self[TABLE]){delete self[TABLE]\n",
    ),
    (
        "once",
        "for(var key in self){delete self[key]}\nself[VERSION]++\n",
        "for(var key in self){delete self[key]}\n",
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
