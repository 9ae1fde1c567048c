function find(client, name) {
  // ruleid: imprimatur.javascript.ldap-from-text
  client.search("dc=example", { filter: `(uid=${name})`, scope: "sub" }, done);
  // ruleid: imprimatur.javascript.ldap-from-text
  client.search("dc=example", { filter: "(&(uid=" + name + "))" }, done);
  // ok: imprimatur.javascript.ldap-from-text
  client.search("dc=example", { filter: new EqualityFilter({ attribute: "uid", value: name }) }, done);
  // ok: imprimatur.javascript.ldap-from-text
  client.search("dc=example", { filter: "(objectClass=person)" }, done);
}
