class People {
    void find(DirContext context, String name, SearchControls controls) throws NamingException {
        // ruleid: imprimatur.java.ldap-from-text
        context.search("ou=people", "(uid=" + name + ")", controls);
        String filter = String.format("(&(uid=%s)(objectClass=person))", name);
        // ruleid: imprimatur.java.ldap-from-text
        context.search("ou=people", filter, controls);
        // ok: imprimatur.java.ldap-from-text
        context.search("ou=people", "(uid={0})", new Object[] {name}, controls);
        // ok: imprimatur.java.ldap-from-text
        index.search("people", "name " + name);
    }
}
