class Pages {
    String preview(HttpServletRequest request, TemplateEngine engine, Context context) throws Exception {
        String text = request.getParameter("template");
        // ruleid: imprimatur.java.template-from-request
        Template template = new Template("page", new StringReader(text), configuration);
        // ruleid: imprimatur.java.template-from-request
        String page = engine.process(text, context);
        context.setVariable("name", request.getParameter("name"));
        // ok: imprimatur.java.template-from-request
        return engine.process("page", context);
    }
}
