class Security {
    void configure(HttpSecurity http) throws Exception {
        // ruleid: imprimatur.java.everything-permitted
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        // ok: imprimatur.java.everything-permitted
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/login").permitAll().anyRequest().authenticated());
    }
}
