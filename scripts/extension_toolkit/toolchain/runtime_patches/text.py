"""Text and bytes, with characters of two halves and classes that inherit from `str`."""

from __future__ import annotations

from ..patching import Patch

PATCHES: tuple[Patch, ...] = (
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
        "the first character of a table is one of it",
        "if(cp < item){return false}\nvar last",
        "if(cp <=item){return cp===item}\nvar last",
    ),
    (
        "what stands in an f-string is formatted, which a class may do in its own way",
        "$B.make_str=function(arg){\n",
        """$B.text_of=function(value){
return typeof value=='string' ||!($B.get_class(value).tp_flags & $B.TPFLAGS.HEAPTYPE)?
str.$factory(value):_b_.format(value)}
$B.make_str=function(arg){
""",
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
)
