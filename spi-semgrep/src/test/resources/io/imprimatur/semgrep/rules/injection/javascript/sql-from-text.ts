export class Users {
  constructor(private readonly pool: Pool) {}

  async find(name: string): Promise<User[]> {
    // ruleid: imprimatur.javascript.sql-from-text
    return this.pool.query<User>(`select * from users where name = '${name}'`);
  }

  async findSafely(name: string): Promise<User[]> {
    // ok: imprimatur.javascript.sql-from-text
    return this.pool.query<User>("select * from users where name = $1", [name]);
  }
}
