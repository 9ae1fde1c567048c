// ruleid: imprimatur.javascript.topic-authentication
import jwt from "jsonwebtoken";
// ok: imprimatur.javascript.topic-authentication
import fs from "fs";

// ruleid: imprimatur.javascript.topic-authentication
export async function signIn(name: string): Promise<string> {
  return name;
}

// ok: imprimatur.javascript.topic-authentication
export function logistics(order: string): string {
  return order;
}
