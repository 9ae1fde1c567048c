class Login {
    boolean login(User user, String password, Form form) {
        // ruleid: imprimatur.java.password-compared-as-text
        if (user.getPassword().equals(password)) {
            return true;
        }
        // ruleid: imprimatur.java.password-compared-as-text
        if (password.equals(user.getPassword())) {
            return true;
        }
        // ok: imprimatur.java.password-compared-as-text
        if (!form.getPassword().equals(form.getPasswordConfirm())) {
            return false;
        }
        // ok: imprimatur.java.password-compared-as-text
        return encoder.matches(password, user.getPassword());
    }
}
