"""Exact texts that are replaced in Brython's compiler before it runs, with the reason.

What the compiled code then calls beside stock Brython's `$B` is in `coroutines.js`.
"""

from __future__ import annotations

from pathlib import Path

from .errors import BuildError
from .patching import not_as_expected, patched

HELPERS = Path(__file__).with_name("compiler.js").read_text("utf-8")

PATCHES = (
    (
        # They begin at random, and anew with each module for us, so that the same source gives the
        # same script. All have one length: otherwise `f1` with the number 2 would be `f` with 12.
        "the numbers in the names of functions",
        "var uuid=Math.floor(Math.random()*1000000)\n",
        "var uuid\n$B.restart_ids=()=>{uuid=1000000;$B.lambda_magic=''}\n",
    ),
    (
        "a comprehension may iterate what is asynchronous",
        "function init_comprehension(comp,scopes){if(comp.type=='genexpr')"
        "{return init_genexpr(comp,scopes)}\n"
        "return prefix+`var next_func_${comp.id} = "
        "$B.make_js_iterator(expr, frame, ${comp.ast.lineno})\\n`}\n",
        f"{HELPERS}function init_comprehension(comp,scopes){{"
        "if(comp.type=='genexpr'){return init_genexpr(comp,scopes)}\n"
        "return comprehension_iterator(comp.ast.generators[0],comp.id,'expr')}\n",
    ),
    (
        "and so may a generator expression",
        "prefix+`var next_func_${comp.id} = $B.make_js_iterator(expr, frame, ${comp.ast.lineno})"
        "\\n`+\nprefix+`frame.$f_trace",
        "comprehension_iterator(comp.ast.generators[0],comp.id,'expr')+\nprefix+`frame.$f_trace",
    ),
    (
        "one that waits is an asynchronous generator",
        "indent()\nvar head=init_comprehension(comp,scopes)\n",
        "if(symtable_block.coroutine){"
        "return asynchronous_genexpr(this,comp,scopes,outmost_expr)}\n"
        "var has_await=false\nindent()\nvar head=init_comprehension(comp,scopes)\n",
    ),
    (
        "the others never wait",
        "var has_await=comp_scope.has_await\ndedent()\n",
        "dedent()\n",
    ),
    (
        "the first loop of a comprehension",
        "js+=prefix+`for (var next_${id} of next_func_${id}) {\\n`\nindent()\n"
        "var save_target_flags",
        "js+=comprehension_loop(first,id)\nindent()\nvar save_target_flags",
    ),
    (
        "the further ones",
        "var js=prefix+`var next_func_${id} = "
        "$B.make_js_iterator(${iter}, frame, ${this.lineno})\\n`+\n"
        "prefix+`for (var next_${id} of next_func_${id}) {\\n`\n",
        "var js=comprehension_iterator(this,id,iter)+comprehension_loop(this,id)\n",
    ),
    (
        "a comprehension waits if the table of symbols says so",
        "var final_nb_await_in_scope=upper_comp_scope.nb_await===undefined ? 0 :\n"
        "upper_comp_scope.nb_await\n"
        "var has_await=final_nb_await_in_scope > initial_nb_await_in_scope\n"
        "js=`(${has_await ? 'async ' : ''}function(expr) {\\n`+js\n"
        "js+=has_await ? 'var save_frame_obj = $B.frame_obj;\\n' :''\n",
        "var has_await=symtable_block.coroutine\nif(has_await){check_asynchronous(this,scopes)}\n"
        "js=(has_await?'(await $B.promise($B.in_task(async function(expr) {\\n':"
        "'(function(expr) {\\n')+js\n",
    ),
    (
        "after a wait, `$B.resume` sets the frame",
        "js+=(has_await ? prefix+`$B.restore_frame_obj(save_frame_obj, ${comp.locals_name})\\n` "
        ":'')+\nprefix+`$B.set_exc(err, frame)",
        "js+=prefix+`$B.set_exc(err, frame)",
    ),
    (
        "a comprehension that fails leaves no name behind either",
        "js+=prefix+`}\\n`+\n(has_await ? prefix+"
        "`\\n$B.restore_frame_obj(save_frame_obj, ${comp.locals_name});` :'')\n",
        "js+=prefix+`} finally {\\n`\n",
    ),
    (
        "what a comprehension that waits promises is awaited",
        "js+=prefix+`return result_${id}\\n`\ndedent()\njs+=prefix+`}`+`)(${outmost_expr})\\n`\n",
        "js+=prefix+`}\\n`+prefix+`return result_${id}\\n`\ndedent()\n"
        "js+=prefix+(has_await?`}, ${outmost_expr})))\\n`:`})(${outmost_expr})\\n`)\n",
    ),
    (
        "`await` may stand in a generator expression anywhere",
        """var ix=scopes.length-1
while(scopes[ix].parent){ix--}
scopes[ix].nb_await=scopes[ix].nb_await===undefined ? 1 :
scopes[ix].nb_await+1
while(scopes[ix].ast instanceof $B.ast.ListComp ||
scopes[ix].ast instanceof $B.ast.DictComp ||
scopes[ix].ast instanceof $B.ast.SetComp ||
scopes[ix].ast instanceof $B.ast.GeneratorExp){scopes[ix].has_await=true
ix--}
if(scopes[ix].ast instanceof $B.ast.AsyncFunctionDef){scopes[ix].has_await=true
return `await $B.promise(${$B.js_from_ast(this.value, scopes)})`}\
else if(scopes[ix].ast instanceof $B.ast.FunctionDef)""",
        """var around=waiting_scope(scopes)
if(around instanceof $B.ast.AsyncFunctionDef||around instanceof $B.ast.GeneratorExp){
return `await $B.promise(${$B.js_from_ast(this.value, scopes)})`}\
else if(around instanceof $B.ast.FunctionDef)""",
    ),
    (
        "`break` and `continue` may stand in `async for`, and not in a function within a loop",
        """function in_loop(scopes){for(var scope of scopes.slice().reverse()){\
if(scope.ast instanceof $B.ast.For ||
scope.ast instanceof $B.ast.While){return true}}
return false}
""",
        """function in_loop(scopes){
const {For,AsyncFor,While}=$B.ast,around=scopes.slice(scopes.indexOf(last_scope(scopes)))
return around.findLast(({ast})=>[For,AsyncFor,While].some((kind)=>ast instanceof kind))}
""",
    ),
    (
        "`break` says so to the loop that it leaves",
        """for(var scope of scopes.slice().reverse()){if(scope.ast instanceof $B.ast.For ||
scope.ast instanceof $B.ast.While){js+=prefix+`no_break_${scope.id} = false\\n`
break}}
""",
        "js+=prefix+`no_break_${in_loop(scopes).id} = false\\n`\n",
    ),
    (
        "what `async for` waits for may be cancelled",
        """js+=prefix+`try {\\n`+
prefix+tab+`var next_${id} = await $B.promise($B.$call(_b_.anext, iter_${id}))\\n`+
prefix+`} catch (err) {\\n`+
prefix+tab+`if ($B.is_exc(err, [_b_.StopAsyncIteration])) {\\n`+
prefix+tab+tab+`break\\n`+
prefix+tab+`} else {\\n`+
prefix+tab+tab+`throw err\\n`+
prefix+tab+'}\\n'+
prefix+`}\\n`
""",
        "js+=awaited_next(`iter_${id}`,id)\n",
    ),
    (
        "what is iterated by `async for`",
        """prefix+tab+tab+`iter_${id} = ${iter},\\n`+
prefix+tab+tab+`type_${id} = _b_.type.$factory(iter_${id})\\n`+
prefix+`iter_${id} = $B.$call($B.$getattr(type_${id}, "__aiter__"), iter_${id})\\n`+
""",
        "prefix+tab+tab+`iter_${id} = $B.async_iterator(${iter})\\n`+\n",
    ),
    (
        "an annotation may name what is defined later",
        "function annotation_to_str(obj,scopes)",
        """function annotation_value(ast,scopes,is_class){
const js=$B.js_from_ast(ast,scopes),text=annotation_to_str(ast,scopes)
return /^_b_\\.\\w+$/.test(js)?js:`$B.annotation(format, () => ${js}, '${text}', ${is_class})`}
function annotation_to_str(obj,scopes)""",
    ),
    (
        "its text may hold a backslash",
        """return res.replace(new RegExp("'",'g'),"\\\\'")}""",
        """return res.replace(/[\\\\']/g,"\\\\$&")}""",
    ),
    (
        "in a class, where it is evaluated when asked for",
        "ann_value=$B.js_from_ast(this.annotation,scopes)\ndelete scopes.eval_annotation",
        "ann_value=scope.type=='class'\n? annotation_value(this.annotation,scopes,true)\n"
        ": $B.js_from_ast(this.annotation,scopes)\ndelete scopes.eval_annotation",
    ),
    (
        "also where the name gets a value",
        """let ann_str=annotation_to_str(this.annotation,scopes)
ann_str=`$B.$call(FR, '${ann_str}', {$kw:[{is_class:true}]})`
if(scope.type=='class'){scope.annotate.push(`${mangled}: [${this.lineno}, `+
`() => int_format == 2 ? ${ann_str} : ${ann_value}]`)}else{
js+=prefix+
`locals.$annotations.${mangled} = `+
`[${this.lineno}, () => int_format == 2 ? `+
`${ann_str} :${ann_value}]\\n`}}""",
        """if(scope.type=='class'){scope.annotate.push(`${mangled}: [${this.lineno}, `+
`() => ${ann_value}]`)}else{
js+=prefix+
`locals.$annotations.${mangled} = [${this.lineno}, () => ${ann_value}]\\n`}}""",
    ),
    (
        "without `annotationlib` where nobody imported it",
        "prefix+`var FR = $B.module_getattr($B.imported.annotationlib, 'ForwardRef')\\n`+\n"
        "prefix+`var int_format = $B.int_value(format)\\n`+\n",
        "",
    ),
    (
        "and in a function, which may be asked by a member of an enumeration",
        "`if (format == 1 || format == 2) {\\n`",
        "`if ([1, 2].includes($B.int_value(format))) {\\n`",
    ),
    (
        "of an argument",
        "var value=ann_ast.to_js(scopes)\nann_items_values",
        "var value=annotation_value(ann_ast,scopes,false)\nann_items_values",
    ),
    (
        "and of what a function returns",
        "ann_value=this.returns.to_js(scopes)}",
        "ann_value=annotation_value(this.returns,scopes,false)}",
    ),
    (
        "what an `except` handles is the context of what is raised meanwhile",
        "js+=prefix+`$B.set_exc_and_trace(frame, ${err})\\n`\n"
        "if(has_else){js+=prefix+`failed${id} = true\\n`}\nvar first=true",
        "js+=prefix+`$B.set_exc_and_trace(frame, ${err})\\n`\n"
        "if(has_else){js+=prefix+`failed${id} = true\\n`}\n"
        "const raises=this.handlers.some(may_raise)\n"
        "js+=raises?begin_handling(id,err):''\nvar first=true",
    ),
    (
        "until it is left, in whatever way",
        "js+=prefix+`} else {\\n`+\nprefix+tab+`throw ${err}\\n`}\njs+=prefix+'}\\n'\n",
        "js+=prefix+`} else {\\n`+\nprefix+tab+`throw ${err}\\n`}\njs+=prefix+'}\\n'\n"
        "js+=raises?end_handling(id,handled_names(this.handlers,scopes)):''\n",
    ),
    (
        "an `except*` likewise",
        "$B.ast.TryStar.prototype.to_js=function(scopes){\n",
        "$B.ast.TryStar.prototype.to_js=function(scopes){\n"
        "return star_as_plain(this).to_js(scopes)\n",
    ),
    (
        "a generator that raises `StopIteration` has not just come to its end",
        "js+=prefix+`} catch (err) {\\n`\nindent()\nif(func_scope.needs_frames)",
        "js+=prefix+`} catch (err) {\\n`\nindent()\n"
        "if(is_generator&&!is_async){js+=prefix+`err = $B.generator_error(err)\\n`}\n"
        "if(func_scope.needs_frames)",
    ),
    (
        "nor has a generator expression",
        "prefix+tab+`$B.leave_frame()\\n`+\nprefix+tab+`throw err\\n`+\nprefix+`}\\n`\n"
        "dedent()\njs+=(has_await",
        "prefix+tab+`$B.leave_frame()\\n`+\nprefix+tab+`throw $B.generator_error(err)\\n`+\n"
        "prefix+`}\\n`\ndedent()\njs+=(has_await",
    ),
    (
        "a name for what is handled is not given where nothing can ask for it",
        "bind(handler.name,scopes)\nvar mangled=mangle(scopes,try_scope,handler.name)\n"
        "js+=prefix+`locals.${mangled} = ${err}\\n`}\njs+=add_body(handler.body,scopes)+'\\n'\n"
        "if(!($B.last(handler.body)instanceof $B.ast.Return)){\njs+=prefix+'$B.del_exc(frame)\\n'\n"
        "js+=prefix+`$B.frame_obj",
        "bind_handled(handler.name,scopes)\nvar mangled=mangle(scopes,try_scope,handler.name)\n"
        "js+=raises?prefix+`locals.${mangled} = ${err}\\n`:''}\n"
        "js+=add_body(handler.body,scopes)+'\\n'\n"
        "if(!($B.last(handler.body)instanceof $B.ast.Return)){\njs+=prefix+'$B.del_exc(frame)\\n'\n"
        "js+=prefix+`$B.frame_obj",
    ),
    (
        "and is looked for by a function that was made there",
        "for(let i=scopes.length-2;i >=0;i--){block=undefined\n",
        "for(let i=scopes.length-2;i >=0;i--){block=undefined\n"
        "if(scopes[i].handled?.has(name)){return{found:false,resolve:'all'}}\n",
    ),
    (
        "the `else` of a `try` runs when its body came to its end, and not when that was left by "
        "`break` or `continue`",
        "js+=prefix+`var save_frame_obj_${id} = $B.frame_obj\\n`\n"
        "if(has_else){js+=prefix+`var failed${id} = false\\n`}\n",
        "js+=prefix+`var save_frame_obj_${id} = $B.frame_obj\\n`\n"
        "if(has_else){js+=prefix+`var failed${id} = true\\n`}\n",
    ),
    (
        "a `finally` knows the exception that passes, from an `except` before it too",
        "$B.ast.Try.prototype.to_js=function(scopes){compiler_check(this)\n",
        "$B.ast.Try.prototype.to_js=function(scopes){compiler_check(this)\n"
        "if(! this.$passing&&may_raise({body:this.finalbody})){"
        "return finally_around(this).to_js(scopes)}\n",
    ),
    (
        "there is none before",
        "var try_scope=copy_scope($B.last(scopes))\ntry_scope.type='try'\n",
        "if(this.$passing){js+=prefix+`var ${this.$passing} = null\\n`}\n"
        "var try_scope=copy_scope($B.last(scopes))\ntry_scope.type='try'\n",
    ),
    (
        "and then there is; a body that came to its end says so to `else`",
        "js+=add_body(this.body,scopes)+'\\n'\ndedent()\n"
        "if(has_except_handlers){var err='err'+id\n",
        "js+=add_body(this.body,scopes)+'\\n'\n"
        "if(has_else){js+=prefix+`failed${id} = false\\n`}\ndedent()\n"
        "if(this.$passing){js+=note_passing(this.$passing)}\n"
        "if(has_except_handlers){var err='err'+id\n",
    ),
    (
        "an f-string asks what is in it for its format",
        """if(this.format_spec){value=`$B.$call($B.$getattr(_b_.str, 'format'), '{0:' + `+
$B.js_from_ast(this.format_spec,scopes)+
` + '}', ${value})`}else if(this.conversion==-1){value=`_b_.str.$factory(${value})`}
""",
        """if(this.format_spec){
value=`_b_.format(${value}, ${$B.js_from_ast(this.format_spec,scopes)})`}
else if(this.conversion==-1){value=`$B.text_of(${value})`}
""",
    ),
    (
        "`yield from` is a function of the run time",
        "var n=make_id()\nvar res=`yield* (function* f(){\\n`\n",
        "return `yield* $B.yield_from(${value.trim()}, frame)`\n"
        "var n=make_id()\nvar res=`yield* (function* f(){\\n`\n",
    ),
    (
        "a context manager that is left by an exception handles it",
        """prefix+`var $b = $B.$call(exit_${id}, $B.get_class(err_${id}), `+
`err_${id}, \\n`+
prefix+tab.repeat(4)+`$B.$getattr(err_${id}, '__traceback__'))\\n`+
""",
        """begin_handling(id,`err_${id}`)+
prefix+`var $b = $B.$call(exit_${id}, $B.get_class(err_${id}), `+
`err_${id}, $B.$getattr(err_${id}, '__traceback__'))\\n`+end_handling(id)+
""",
    ),
    (
        "and so does an asynchronous one",
        """prefix+`var $b = await $B.promise(aexit_${id}(mgr_${id}, $B.get_class(err_${id}), \\n`+
prefix+tab.repeat(4)+`err_${id}, $B.$getattr(err_${id}, '__traceback__')))\\n`+
""",
        """begin_handling(id,`err_${id}`)+
prefix+`var $b = await $B.promise(aexit_${id}(mgr_${id}, $B.get_class(err_${id}), `+
`err_${id}, $B.$getattr(err_${id}, '__traceback__')))\\n`+end_handling(id)+
""",
    ),
    (
        "functions made in a comprehension keep its names",
        "$B._PySymtable_Build=function(mod,filename,future){",
        "$B._PySymtable_Build=function(mod,filename,future){$B.separate_closures(mod)\n",
    ),
    (
        "and may assign to names outside of it",
        "st.cur.comp_iter_expr++\nVISIT(st,expr,outermost.iter)\nst.cur.comp_iter_expr--\n",
        "const written=outermost.$separate?0:1\nst.cur.comp_iter_expr+=written\n"
        "VISIT(st,expr,outermost.iter)\nst.cur.comp_iter_expr-=written\n",
    ),
)


def patched_compiler(source: str) -> str:
    """Return `brython.js` with its compiler mended.

    Raises:
        BuildError: Its compiler is not the one that is known.
    """
    return patched(source, PATCHES, _unknown_compiler)


def _unknown_compiler(expected: str) -> BuildError:
    return not_as_expected("brython.js", f"its compiler has not {expected}", "compiler.py")
