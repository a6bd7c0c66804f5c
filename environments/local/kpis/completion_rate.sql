-- Of those who enrolled, how many finished; by what the course is about.
WITH attempts AS (
  SELECT c.category, e.user_id, e.status
  FROM enrollments e
  JOIN courses c ON c.id = e.course_id
)
SELECT
  category AS dimension,
  100.0 * count_if(status = 'completed') / count(*) AS value,
  count(DISTINCT user_id) AS people
FROM attempts
GROUP BY category;
