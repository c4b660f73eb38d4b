"""How code runs: events, coroutines, tracebacks, classes, and nothing that is evaluated."""

from __future__ import annotations

from ..patching import Patch

PATCHES: tuple[Patch, ...] = (
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
)
