export function Post({ post }: { post: { body: string } }) {
  // ruleid: imprimatur.javascript.html-from-text
  const raw = <div dangerouslySetInnerHTML={{ __html: post.body }} />;
  // ok: imprimatur.javascript.html-from-text
  const clean = <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(post.body) }} />;
  // ok: imprimatur.javascript.html-from-text
  return <div>{post.body}{raw}{clean}</div>;
}
