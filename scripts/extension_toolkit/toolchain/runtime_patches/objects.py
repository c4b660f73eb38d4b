"""Dicts, attributes and types."""

from __future__ import annotations

from ..patching import Patch

PATCHES: tuple[Patch, ...] = (
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
        "an empty range is false",
        "_b_.range.nb_bool=function(self){return self.start !=self.end}",
        "_b_.range.nb_bool=function(self){return _b_.range.mp_length(self)!=0}",
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
        "keys are in the order in which they came, which JavaScript changes for those that are "
        "whole numbers",
        """var new_str_key
if(typeof key=='string'){
new_str_key=! Object.hasOwn(self,key)
self[key]=value}
if(! self[TABLE]){if(typeof key=='string'){var int=parseInt(key)
if(isNaN(int)||int >=0){if(new_str_key){self[VERSION]=self[VERSION]?? 0
self[VERSION]++}
self[key]=value
return _b_.None}else{
convert_all_str(self)}}else{
convert_all_str(self)}}
""",
        """let is_text=typeof key=='string'
if(! self[TABLE]&&!(is_text &&(key.charCodeAt(0)> 57 ||String(key>>>0)!==key))){
convert_all_str(self)}
if(is_text){let is_new=! Object.hasOwn(self,key)
self[key]=value
if(! self[TABLE]){if(is_new){self[VERSION]=(self[VERSION]?? 0)+1}
return _b_.None}}
""",
    ),
    (
        "what only looks for another key does not change a dict",
        "for(var key in d){dict.$setitem(d,key,d[key])}}\n$B.nb_fast",
        "let version=d[VERSION]\n"
        "for(var key in d){dict.$setitem(d,key,d[key])}\nd[VERSION]=version}\n$B.nb_fast",
    ),
    (
        "a copy of what inherits dict has its items",
        "if($B.exact_type(self,_b_.dict)){$copy_dict(res,self)\nreturn res}\nreturn res}",
        "$copy_dict(res,self)\nreturn res}",
    ),
    (
        "a class that is made by `type` has its whole name",
        "class_obj={ob_type:metatype,tp_bases:bases,tp_name:name,",
        "class_obj={ob_type:metatype,tp_bases:bases,tp_name:name,ht_qualname:qualname,",
    ),
    (
        "`__init_subclass__` gets its class, whoever calls it",
        "if(key=='__class_getitem__'){",
        "if(['__class_getitem__','__init_subclass__'].includes(key)){",
    ),
    (
        "the keys of a dict are told as a list",
        "return `dict_keys([${keys}])`}",
        "return `dict_keys([${keys.join(', ')}])`}",
    ),
    (
        "and its values",
        "return `dict_values([${values}])`}",
        "return `dict_values(${_b_.repr($B.$list(values))})`}",
    ),
    (
        "and what only shows a dict says so",
        "mappingproxy.tp_repr=function(self){return dict.tp_repr(self.mapping)}",
        "mappingproxy.tp_repr=function(self){return `mappingproxy(${_b_.repr(self.mapping)})`}",
    ),
    (
        "an empty dict is told once",
        "\"'popitem(): dictionary is empty'\"",
        "'popitem(): dictionary is empty'",
    ),
    (
        "names are in order",
        "return $B.$call(dir_func,obj)}\ntry{",
        "return _b_.sorted($B.$call(dir_func,obj))}\ntry{",
    ),
    ("of anything", "res=_b_.list.$factory(res)\nreturn res}}", "return _b_.sorted(res)}}"),
    (
        "the classes that a class has are a list of their own",
        "type_funcs.mro=function(cls){return $B.$list($B.get_mro(cls))}",
        "type_funcs.mro=function(cls){return $B.$list([...$B.get_mro(cls)])}",
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
)
