"""The centre's groups. Their names are data: administrators may see but need not change them."""

ADMINISTRATOR = "Quản trị"
EDITOR = "Biên tập"
REVIEWER = "Duyệt bài"
TRANSLATOR = "Biên dịch"
ARTISAN = "Nghệ nhân"

ALL = (ADMINISTRATOR, EDITOR, REVIEWER, TRANSLATOR, ARTISAN)
STAFF = (ADMINISTRATOR, EDITOR, REVIEWER, TRANSLATOR)
