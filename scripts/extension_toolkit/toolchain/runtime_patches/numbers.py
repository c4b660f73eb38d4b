"""Numbers, and how they are written."""

from __future__ import annotations

from ..patching import Patch

PATCHES: tuple[Patch, ...] = (
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
        "a text that is a float has digits, of any script, and nothing of other languages",
        """var parts=value.split('e')
if(parts[1]){if(parts[1].startsWith('+')||parts[1].startsWith('-')){parts[1]=parts[1].substr(1)}}
parts=parts[0].split('.').concat(parts.splice(1))
for(var part of parts){if(part.startsWith('_')||part.endsWith('_'))"""
        """{$B.RAISE(_b_.ValueError,'invalid float literal '+
value)}}
if(value.indexOf('__')>-1){$B.RAISE(_b_.ValueError,'invalid float literal '+
value)}
value=value.charAt(0)+value.substr(1).replace(/_/g,"")
value=to_digits(value)
if(isFinite(value)){return fast_float(parseFloat(value))}else{
var num=Number(value)
if(num===Infinity ||num===-Infinity){return fast_float(num)}
""",
        r"""value=to_digits(value)
let plain=value.replace(/_/g,'')
if(! /(^|\D)_|_(\D|$)/.test(value)&& /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)){
return fast_float(Number(plain))}else{
""",
    ),
    (
        "as an integer has",
        """var arabic_digits="\\u0660\\u0661\\u0662\\u0663\\u0664\\u0665\\u0666\\u0667"""
        """\\u0668\\u0669",res=""
for(var i=0;i < s.length;i++){var x=arabic_digits.indexOf(s[i])
if(x >-1){res+=x}else{
res+=s[i]}}
return res}""",
        r"""return s.replace(/(?![0-9])\p{Nd}/gu,char=>{let code=char.codePointAt(0)
return code-$B.digits_starts.findLast(start=> start <=code)})}""",
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
)
