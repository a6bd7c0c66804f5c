SELECT
  date_format(created_at, '%Y-%m') AS month,
  count(*) AS posts,
  count(DISTINCT user_id) AS people_who_post
FROM posts
GROUP BY 1
ORDER BY 1 DESC
LIMIT 6
