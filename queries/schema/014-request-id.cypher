// Other content under the same id is another request.
DROP CONSTRAINT request_id IF EXISTS
