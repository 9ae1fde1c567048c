class Calculator {
    Object calculate(ScriptEngine engine, String expression) throws ScriptException {
        // ruleid: imprimatur.java.eval-of-data
        Object one = engine.eval(expression);
        // ruleid: imprimatur.java.eval-of-data
        Object two = new SpelExpressionParser().parseExpression(expression).getValue();
        // ok: imprimatur.java.eval-of-data
        Object three = engine.eval("1 + 1");
        // ok: imprimatur.java.eval-of-data
        return model.eval(expression);
    }
}
