"""Requests, and elements of the page."""

from __future__ import annotations

from ..patching import Patch

PATCHES: tuple[Patch, ...] = (
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
        "`open` reads what is in the extension, and writes nothing",
        "_self.fd=new XMLHttpRequest()\n",
        """if(_self.writable){throw $B.$call(_b_.OSError,30,'a page cannot write files',name)}
try{
_self.fd=new XMLHttpRequest()
""",
    ),
    (
        "where the file has to be",
        "_self.fd.send()\nif(_self.fd.error)",
        "_self.fd.send()}catch(err){throw $B.$call(_b_.FileNotFoundError,2,"
        "'not in the extension, whose files alone a page can open',name)}\nif(_self.fd.error)",
    ),
    (
        "a function that is bound by a decorator stays one, and is no element",
        "return function(f){return DOMNode.tp_funcs.bind(self,event,f)}}",
        "return function(f){DOMNode.tp_funcs.bind(self,event,f)\nreturn f}}",
    ),
)
