"""Bytes that can be changed, and methods that both kinds have."""

from __future__ import annotations

from ..patching import Patch

PATCHES: tuple[Patch, ...] = (
    (
        "the byte after the last that can be shown is none of these",
        "else if(s < 32 ||s >=128){",
        "else if(s < 32 ||s >126){",
    ),
    (
        "what is made of bytes is not changed with them",
        "[_b_.bytes,_b_.bytearray])){source=source.source}else if",
        "[_b_.bytes,_b_.bytearray])){source=source.source.slice()}else if",
    ),
    (
        "a part that is taken backwards ends before its end",
        "stop=Math.max(0,stop)\nfor(let i=start;i >=stop;i+=step)",
        "for(let i=start;i > stop;i+=step)",
    ),
    (
        "whether a view may change its bytes is a truth value",
        "return $B.is_bytes(self.obj)}",
        "return $B.$bool($B.is_bytes(self.obj))}",
    ),
    *(
        (
            f"zeros stay where the rest is {case}",
            f"if(self.source[i]){{_res[pos++]=_{case}(self.source[i])}}}}",
            f"_res[pos++]=_{case}(self.source[i])}}",
        )
        for case in ("lower", "upper")
    ),
    (
        "what is put in the middle is of its own kind",
        "var type=main_type(self)\nvar ljust",
        "var type=main_type($.self)\nvar ljust",
    ),
    (
        "what is counted does not overlap, and may be sought in a part",
        """arguments,{start:0,end:-1},null,null)
var self=$.self,sub=$.sub,start=$.start,end=$.end
var nb=0,len=self.source.length
if(typeof sub=="number"){if(sub < 0 ||sub > 255)"""
        """{$B.RAISE(_b_.ValueError,"byte must be in range(0, 256)")}
for(var b of self.source){if(b==sub){nb++}}
return nb}
check_buffer(sub)
var seq=get_list_from_bytes_like(sub)
var seq_len=seq.length
var le
for(var i=0;i < len;i++){var found=1
for(var j=0;j < seq_len;j++){if(self.source[i+j]!=seq[j]){found=0
break}}
nb+=found}
return nb}""",
        """arguments,{start:0,end:_b_.None},null,null)
let{sub}=$,seq=[sub],nb=0
let place=value=> value===_b_.None ? undefined:$B.PyNumber_Index(value)
let source=$.self.source.slice(place($.start),place($.end))
if(typeof sub=="number"){if(sub < 0 ||sub > 255)"""
        """{$B.RAISE(_b_.ValueError,"byte must be in range(0, 256)")}}else{check_buffer(sub)
seq=get_list_from_bytes_like(sub)}
if(seq.length==0){return source.length+1}
for(let i=0;i+seq.length <=source.length;i++){
if(seq.every((byte,j)=> source[i+j]===byte)){nb++
i+=seq.length-1}}
return nb}""",
    ),
    (
        "what replaces nothing stands around each byte",
        "for(var i=0;i < len;i++){if(bytes_funcs.startswith(self,old,i)&& count){",
        """if(old.source.length==0){for(let i=0;i <=len;i++){
if($.count < 0 ||i < $.count){res.push(...$new.source)}
res.push(...src.slice(i,i+1))}
return this.$factory(res)}
for(var i=0;i < len;i++){if(bytes_funcs.startswith(self,old,i)&& count){""",
    ),
    (
        "what changes bytes returns nothing: a byte added",
        "self.source[self.source.length]=b}",
        "self.source.push(b)\nreturn _b_.None}",
    ),
    (
        "several of them",
        "for(var item of $B.make_js_iterator(b)){bytearray.append(",
        "for(var item of $B.make_js_iterator(b)){bytearray_funcs.append(",
    ),
    (
        "one put in",
        "_b_.list.tp_funcs.insert(self.source,",
        "return _b_.list.tp_funcs.insert(self.source,",
    ),
    (
        "all taken away",
        "check_exports(self)\nself.source=[]}",
        "check_exports(self)\nself.source=[]\nreturn _b_.None}",
    ),
    (
        "or one, which has to be there",
        "if(value > 255){return}\nvar ix=self.source.indexOf(value)\n"
        "if(ix !=-1){self.source.splice(ix,1)}}",
        "var ix=self.source.indexOf(value)\n"
        'if(ix==-1){$B.RAISE(_b_.ValueError,"value not found in bytearray")}\n'
        "self.source.splice(ix,1)\nreturn _b_.None}",
    ),
    ("turned round", "{self.source.reverse()}", "{self.source.reverse()\nreturn _b_.None}"),
    (
        "a part is assigned as in a list",
        """var start=arg.start===_b_.None ? 0 :arg.start
var stop=arg.stop===_b_.None ? self.source.length :arg.stop
if(start < 0){start=self.source.length+start}
if(stop < 0){stop=self.source.length+stop}
if(stop > self.source.length){check_exports(self)}
self.source.splice(start,stop-start)
try{
var $temp=_b_.list.$factory(value)}catch(err){$B.RAISE(_b_.TypeError,"can only assign an iterable")}
if($temp.length !=stop-start){check_exports(self)}
for(var i=$temp.length-1;i >=0;i--){""",
        """let bytes=$B.$list(self.source.slice())
try{
var $temp=_b_.list.$factory(value)}catch(err){$B.RAISE(_b_.TypeError,"can only assign an iterable")}
for(var i=$temp.length-1;i >=0;i--){""",
    ),
    (
        "of any size",
        """if($temp.length > 16384){
var tail=self.source.slice(start)
self.source.length=start
for(var k=0;k < $temp.length;k+=16384){self.source.push.apply(self.source,$temp.slice(k,k+16384))}
for(var k=0;k < tail.length;k+=16384)"""
        """{self.source.push.apply(self.source,tail.slice(k,k+16384))}}else{
self.source.splice.apply(self.source,[start,0].concat($temp))}}else{""",
        """_b_.list.$setitem(bytes,arg,$temp)
if(bytes.length !=self.source.length){check_exports(self)}
self.source=Array.from(bytes)}else{""",
    ),
    ("the range of a byte is told as elsewhere", "in range (0, 256)", "in range(0, 256)"),
)
