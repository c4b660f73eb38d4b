"""Sorting, stripping and iterating, without errors that only say where something ends."""

from __future__ import annotations

from ..patching import Patch

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


PATCHES: tuple[Patch, ...] = (
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
        "another generator may stand for one, and is told what is thrown into this",
        "$B.generator.classmethods=[",
        """$B.yield_from=function*(iterable,frame){
let it=_b_.iter(iterable),direct=$B.step_of($B.get_class(it))
let next=()=> direct ? direct(it):{value:_b_.next(it)}
let call=(name,value)=>({value:$B.$call($B.$getattr(it,name),value)})
let resume=next
while(true){let step
try{step=resume()}catch(err){err=$B.exception(err)
if($B.is_exc(err,[_b_.StopIteration])){return $B.$getattr(err,'value')}
throw err}
if(step.done){return step.value ?? _b_.None}
try{$B.leave_frame()
let sent=yield step.value
$B.frame_obj=$B.push_frame(frame)
resume=sent===_b_.None ||sent===undefined ? next:()=> call('send',sent)}catch(err){
err=$B.exception(err)
if($B.is_exc(err,[_b_.GeneratorExit])){let close=$B.$getattr(it,'close',null)
if(close !==null){$B.$call(close)}
throw err}
if($B.$getattr(it,'throw',null)===null){throw err}
resume=()=> call('throw',err)}}}
$B.generator.classmethods=[""",
    ),
    (
        "a list that is taken no times is empty",
        "if(x==0){list.clear($.self)\n",
        "if(x==0){$.self.length=0\n",
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
)
