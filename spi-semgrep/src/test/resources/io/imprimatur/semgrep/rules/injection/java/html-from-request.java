class Hello extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        // ruleid: imprimatur.java.html-from-request
        response.getWriter().println("<h1>" + name + "</h1>");
        PrintWriter out = response.getWriter();
        // ruleid: imprimatur.java.html-from-request
        out.print(request.getParameter("title"));
        // ok: imprimatur.java.html-from-request
        out.println("<h1>" + Encode.forHtml(name) + "</h1>");
        // ok: imprimatur.java.html-from-request
        out.println("<hr>");
    }
}
