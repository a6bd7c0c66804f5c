SELECT
  year(invoicedate) AS year,
  count(DISTINCT customerid) AS customers,
  count(*) AS invoices,
  sum(total) AS revenue
FROM invoice
GROUP BY 1
ORDER BY 1
