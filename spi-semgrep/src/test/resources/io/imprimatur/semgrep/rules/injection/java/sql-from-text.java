class Users {
    void find(Statement statement, Connection connection, String name) throws SQLException {
        // ruleid: imprimatur.java.sql-from-text
        statement.executeQuery("SELECT * FROM users WHERE name = '" + name + "'");
        // ruleid: imprimatur.java.sql-from-text
        connection.prepareStatement(String.format("DELETE FROM users WHERE name = '%s'", name));
        String query = "SELECT * FROM users WHERE name = '" + name + "'";
        // ruleid: imprimatur.java.sql-from-text
        statement.execute(query);
        // ruleid: imprimatur.java.sql-from-text
        jdbc.queryForList("SELECT * FROM users WHERE name = '%s'".formatted(name));
    }

    void findSafely(Connection connection, String name) throws SQLException {
        // ok: imprimatur.java.sql-from-text
        PreparedStatement statement = connection.prepareStatement("SELECT * FROM users WHERE name = ?");
        statement.setString(1, name);
        // ok: imprimatur.java.sql-from-text
        connection.prepareStatement("SELECT * FROM users " + "WHERE name = ?");
        // ok: imprimatur.java.sql-from-text
        digest.update("select " + name);
    }
}
