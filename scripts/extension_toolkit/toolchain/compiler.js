/* What the mended compiler is made of; see `compiler.py`. It is put beside the functions that it calls.
 *
 * `for` over what is asynchronous takes each value by waiting for it. A comprehension that waits is
 * an asynchronous function, awaited at once; a generator expression that waits is an asynchronous
 * generator, as in CPython. What an `except` handles is known to what is raised meanwhile. The names
 * of a comprehension are its own, also for functions that are made in it.
 */
function comprehension_iterator(generator,id,iterable){
  return prefix+(generator.is_async
    ? `var next_func_${id} = $B.async_iterator(${iterable})\n`
    : `var next_func_${id} = $B.make_js_iterator(${iterable}, frame, ${generator.iter.lineno})\n`)
}
function comprehension_loop(generator,id){
  return generator.is_async
    ? `${prefix}while (true) {\n${awaited_next(`next_func_${id}`,id)}`
    : `${prefix}for (var next_${id} of next_func_${id}) {\n`
}
function awaited_next(iterator,id){
  return `${prefix}try {
    var next_${id} = await $B.promise($B.async_next(${iterator}))
  } catch (err) {
    if ($B.is_exc(err, [_b_.StopAsyncIteration])) { break }
    throw err
  }\n`
}
/* Whether anything can be raised in an `except`, whose exception has to be known then. */
function may_raise({body}){
  const {Pass,Continue,Break,Return,Constant}=$B.ast
  const quiet=(node)=>[Pass,Continue,Break].some((kind)=>node instanceof kind)
    ||(node instanceof Return&&(!node.value||node.value instanceof Constant))
  return !body.every(quiet)
}
function begin_handling(id,error){
  return `${prefix}var handled${id} = $B.handle(frame, ${error})\n${prefix}try {\n`
}
function end_handling(id,named=[]){
  const forgotten=[...new Set(named)].map((name)=>
    `\n    locals.${name} === err${id} && delete locals.${name}`)
  return `${prefix}} catch (error) {
    throw $B.set_context(error)
  } finally {
    frame.$handled = handled${id}${forgotten.join('')}
  }\n`
}
/* The names of what is handled, which end with the block. */
function bind_handled(name,scopes){
  const scope=bind(name,scopes)
  scope.handled=(scope.handled??new Set()).add(name)
}
function handled_names(handlers,scopes){
  return handlers.filter(({name})=>name).map(({name})=>mangle(scopes,$B.last(scopes),name))
}
/* `except*` is an `except` of everything, which gives each of the handlers what it takes. */
function star_as_plain(node){
  const {Try,ExceptHandler}=$B.ast,star=`star${make_id()}`
  const handle=(scopes)=>(handler)=>{
    let js=`${prefix}if (${star}.matches(${$B.js_from_ast(handler.type,scopes)})) {\n`
    if(handler.name){
      bind_handled(handler.name,scopes)
      js+=`locals.${mangle(scopes,$B.last(scopes),handler.name)} = frame.$handled\n`
    }
    return `${js}try {\n${add_body(handler.body,scopes)}\n} catch (error) {
      $B.set_exc_and_trace(frame, error)
      ${star}.failed($B.set_context(error))
    }${handler.name?` finally { delete locals.${handler.name} }`:''}\n${prefix}}\n`
  }
  const to_js=(scopes)=>`${prefix}var ${star} = $B.except_star(frame)
${node.handlers.map(handle(scopes)).join('')}${prefix}${star}.end()\n`
  const body=[{to_js,col_offset:node.col_offset}]
  const handler=Object.assign(new ExceptHandler(undefined,undefined,body),{lineno:node.lineno})
  return Object.assign(Object.create(Try.prototype),node,{handlers:[handler]})
}
/* A `try` with nothing but its `finally`, which handles what passes it, around all the rest. */
function finally_around(node){
  const {Try}=$B.ast,id=make_id(),$passing=`passing${id}`
  const copy=(changes)=>Object.assign(Object.create(Try.prototype),node,changes)
  const to_js=(scopes)=>
    `${prefix}var handled${id} = ${$passing} ? $B.handle(frame, ${$passing}[0]) : frame.$handled
${prefix}try {\n${add_body(node.finalbody,scopes)}\n${end_handling(id)}`
  return copy({
    $passing,
    body:node.handlers.length>0?[copy({finalbody:[]})]:node.body,
    handlers:[],
    orelse:[],
    finalbody:[{to_js,col_offset:node.col_offset}],
  })
}
function note_passing(name){
  return `${prefix}} catch (error) {\n${prefix+tab}${name} = [error]\n${prefix+tab}throw error\n`
}
function is_comprehension(ast){
  const {ListComp,SetComp,DictComp}=$B.ast
  return [ListComp,SetComp,DictComp].some((kind)=>ast instanceof kind)
}
/* The scope that has to be able to wait: a function's, a generator expression's, or another. */
function waiting_scope(scopes){
  let ix=scopes.length-1
  while(scopes[ix].parent||is_comprehension(scopes[ix].ast)){ix--}
  return scopes[ix].ast
}
function check_asynchronous(node,scopes){
  const around=waiting_scope(scopes)
  if(![$B.ast.AsyncFunctionDef,$B.ast.GeneratorExp].some((kind)=>around instanceof kind)){
    compiler_error(node,'asynchronous comprehension outside of an asynchronous function')
  }
}
function asynchronous_genexpr(genexp,comp,scopes,iterable){
  const outer=prefix,{id}=comp,first=genexp.generators[0]
  indent()
  let js=`${outer}(function(expr) {\n${init_genexpr(comp,scopes)}
    $B.enter_frame(frame, __file__, ${genexp.lineno})
    _frame_obj = $B.frame_obj
    $B.leave_frame()
    const gen = $B.async_generator.$factory(async function*() {
    try {\n${comprehension_loop(first,id)}`
  const value=new $B.ast.Name(`next_${id}`,new $B.ast.Load())
  copy_position(value,first.iter)
  value.to_js=()=>`next_${id}`
  const assign=new $B.ast.Assign([first.target],value)
  assign.lineno=genexp.lineno
  js+=assign.to_js(scopes)+'\n'
  for(const test of first.ifs){js+=`${prefix}if ($B.$bool(${$B.js_from_ast(test,scopes)})) {\n`}
  for(const generator of genexp.generators.slice(1)){js+=generator.to_js(scopes)}
  const starred=genexp.elt instanceof $B.ast.Starred
  const element=$B.js_from_ast(starred?genexp.elt.value:genexp.elt,scopes)
  js+=starred
    ? `for (const item of $B.make_js_iterator(${element})) { yield item }\n`
    : `${prefix}yield ${element}\n`
  js+='}'.repeat(genexp.generators.reduce((sum,{ifs})=>sum+1+ifs.length,0))
  scopes.pop()
  prefix=outer
  return js+`
    return $B.trace_return_and_leave(frame, _b_.None)
    } catch (err) {
      $B.set_exc_and_leave(frame, err)
    }
    })()
    gen.$frame = frame
    gen.js_gen.$name = '<genexpr>'
    return gen
  })(${iterable})\n`
}

/* Brython keeps the names of a comprehension among those of the function around, and deletes them
 * when it is done: too early for a function made in it. `[lambda: x for x in y]` is compiled as
 * `[value for value in ((lambda: x) for x in y)]`, since a generator expression has its own names. */
$B.separate_closures=function(node){
  for(const child of children(node)){$B.separate_closures(child)}
  if(!is_comprehension(node)){return}
  const names=new Set(node.generators.flatMap(({target})=>[...mentioned(target)]))
  const parts=[...parts_of(node)]
  if(!parts.some((part)=>captures(part,names))){return}
  const {Name,Load,Store,Tuple,GeneratorExp,DictComp,comprehension}=$B.ast
  const placed=(made)=>{copy_position(made,node);return made}
  const name=(id,context)=>placed(new Name(id,new context()))
  const waiting=parts.some(waits)||node.generators.some(({is_async})=>is_async)
  let element,target
  if(node instanceof DictComp){
    if(node.value===undefined){return}
    element=placed(new Tuple([node.key,node.value],new Load()))
    target=placed(new Tuple([name('$key',Store),name('$value',Store)],new Store()))
    node.key=name('$key',Load)
    node.value=name('$value',Load)
  }else{
    element=node.elt
    target=name('$value',Store)
    node.elt=name('$value',Load)
  }
  const values=placed(new GeneratorExp(element,node.generators))
  node.generators=[new comprehension(target,values,[],Number(waiting))]
  node.generators[0].$separate=true
}
function* children(node){
  for(const value of Object.values(node).flat()){
    if(value?.constructor?._fields!==undefined){yield value}
  }
}
/* What is evaluated for each item; the first iterable is evaluated before. */
function* parts_of(comprehension){
  for(const child of children(comprehension)){
    if(!(child instanceof $B.ast.comprehension)){yield child}
  }
  for(const [index,{iter,ifs}] of comprehension.generators.entries()){
    yield* ifs
    if(index>0){yield iter}
  }
}
function* mentioned(node){
  if(node instanceof $B.ast.Name){yield node.id}
  for(const child of children(node)){yield* mentioned(child)}
}
/* Whether something is made that uses one of the names later. */
function captures(node,names){
  const {Lambda,GeneratorExp,Call}=$B.ast
  if(node instanceof Lambda){
    const {posonlyargs,args,kwonlyargs,vararg,kwarg}=node.args
    const own=new Set([...posonlyargs,...args,...kwonlyargs,vararg,kwarg].map((arg)=>arg?.arg))
    return [...mentioned(node.body)].some((name)=>names.has(name)&&!own.has(name))
      ||captures(node.args,names)
  }
  if(node instanceof GeneratorExp){
    return [...parts_of(node)].some((part)=>[...mentioned(part)].some((name)=>names.has(name)))
      ||captures(node.generators[0].iter,names)
  }
  if(node instanceof Call&&uses_up(node)){
    return [...children(node.args[0])].some((child)=>captures(child,names))
  }
  return [...children(node)].some((child)=>captures(child,names))
}
/* Whether a call takes all of a generator at once. */
function uses_up({func,args,keywords}){
  const takers=['all','any','dict','frozenset','list','max','min','set','sorted','sum','tuple']
  return args.length===1&&keywords.length===0&&args[0]instanceof $B.ast.GeneratorExp
    &&(takers.includes(func.id)||func.attr==='join')
}
function waits(node){
  const {Await,Lambda,GeneratorExp}=$B.ast
  if(node instanceof GeneratorExp){return waits(node.generators[0].iter)}
  return node instanceof Await||node.is_async
    ||(!(node instanceof Lambda)&&[...children(node)].some(waits))
}
