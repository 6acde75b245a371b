import { createServer } from 'node:http'
import pg from 'pg'

// What the benchmark compares with: Node.js and PostgreSQL with as little as can be between them. It knows nobody, checks nothing and
// answers the same twenty tweets, by one prepared statement, or inserts one.

const { DATABASE_URL, PORT, TWEETS = '', AUTHOR = '' } = process.env
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 })

const READ = {
  name: 'read',
  text: `SELECT t.id, t.content, t.created_at AS "createdAt", t.conversation_id AS "conversationId", t.likes_count AS "likesCount",
      t.replies_count AS "repliesCount", t.retweets_count AS "retweetsCount", t.quotes_count AS "quotesCount",
      json_build_object('id', u.id, 'username', u.username, 'name', u.name, 'avatarUrl', u.avatar_url) AS author
    FROM tweets t JOIN users u ON u.id = t.author_id WHERE t.id = ANY ($1::uuid[]) ORDER BY t.id DESC`,
  values: [TWEETS.split(',')],
}
const INSERT = {
  name: 'insert',
  text: `INSERT INTO tweets (id, author_id, content, conversation_id) SELECT id, $1::uuid, $2, id FROM (SELECT gen_random_uuid() AS id) new RETURNING id`,
  values: [AUTHOR, 'Hello from below.'],
}

createServer(async (request, response) => {
  try {
    const { rows } = await pool.query<pg.QueryResultRow, unknown[]>(request.url === '/insert' ? INSERT : READ)
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ items: rows }))
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
}).listen(Number(PORT), '127.0.0.1')
