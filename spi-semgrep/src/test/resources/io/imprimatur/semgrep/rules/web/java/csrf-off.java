class Security {
    void configure(HttpSecurity http) throws Exception {
        // ruleid: imprimatur.java.csrf-off
        http.csrf(csrf -> csrf.disable());
        // ruleid: imprimatur.java.csrf-off
        http.csrf(AbstractHttpConfigurer::disable);
        // ok: imprimatur.java.csrf-off
        http.csrf(Customizer.withDefaults());
    }
}
