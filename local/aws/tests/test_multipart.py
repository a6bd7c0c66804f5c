from .base import REGION, StandInTest


class MultipartUploadTest(StandInTest):
    def test_answers_the_end_of_an_upload_as_s3_names_it(self):
        s3 = self.client("s3")
        s3.create_bucket(Bucket="masked", CreateBucketConfiguration={"LocationConstraint": REGION})
        answers = []
        s3.meta.events.register(
            "before-parse.s3.CompleteMultipartUpload",
            lambda response_dict, **_: answers.append(response_dict["body"].decode()),
        )
        upload = {"Bucket": "masked", "Key": "users.parquet"}
        upload["UploadId"] = s3.create_multipart_upload(**upload)["UploadId"]
        part = s3.upload_part(**upload, PartNumber=1, Body=b"rows")

        s3.complete_multipart_upload(**upload, MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]})

        self.assertIn("<CompleteMultipartUploadResult ", answers[0])
        self.assertEqual(b"rows", s3.get_object(Bucket="masked", Key="users.parquet")["Body"].read())
