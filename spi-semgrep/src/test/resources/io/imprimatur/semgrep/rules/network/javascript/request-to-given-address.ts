import express, { Request, Response } from "express";

const SERVICES: Record<string, string> = { stock: "https://stock.internal.example" };
const app = express();

app.get("/preview", async (req: Request, res: Response) => {
  const url = req.query.url as string;
  // ruleid: imprimatur.javascript.request-to-given-address
  const page = await fetch(url);
  res.send(await page.text());
});

app.post("/hook", async (req: Request, res: Response) => {
  // ruleid: imprimatur.javascript.request-to-given-address
  await axios.post(`https://${req.body.host}/done`, { done: true }, { timeout: 5000 });
  res.end();
});

app.get("/stock", async (req: Request, res: Response) => {
  // ok: imprimatur.javascript.request-to-given-address
  const page = await fetch(SERVICES[req.query.service as string]);
  // ok: imprimatur.javascript.request-to-given-address
  const found = await fetch(`https://search.example/?q=${encodeURIComponent(String(req.query.q))}`);
  res.send(page.ok && found.ok);
});
