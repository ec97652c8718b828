#!/usr/bin/env bash
# Makes all pictures of this folder again, from the running tool and demo LMS with stories played on them: some five minutes.
# Needs Chromium; ./test.sh Browser installs it on Debian. A story that fails leaves the pictures as they are. On a busy machine a frame may
# be drawn too late and be blank: look at what changed before it is committed.
set -euo pipefail
cd "$(dirname "$0")/../.."

taken=$(mktemp -d)
trap 'rm -rf "$taken"' EXIT

dotnet build tests/Browser --nologo -v quiet
stories="FullyQualifiedName~DocumentPictures.Pictures_of_the_pages_people_see_most"
for story in ExercisePageTests MailPageTests SprintPageTests; do stories="$stories|(FullyQualifiedName~$story&Part!=Long&Part!=ByHand)"; done
SCREENSHOTS="$taken" dotnet test tests/Browser --no-build --nologo -v quiet --filter "$stories"

pages() { for look in "" -dark -arabic; do for page in today-phone buddy-phone group review; do echo "$page$look $page$look"; done; done; }
told() {
  echo "exercise-phone-nudges-answer-open exercise-answer"
  echo "exercise-phone-nudges-answer-arabic-dark exercise-answer-arabic-dark"
  echo "exercise-phone-nudges-answer-write exercise-evidence"
  echo "exercise-teacher-figures exercise-figures"
  echo "exercise-mail exercise-mail"
  echo "exercise-preview exercise-preview"
  echo "mail-confirmed-light mail-phone"
  echo "mail-confirmed-dark mail-phone-dark"
  echo "sprint-teacher-board sprint-board"
  echo "sprint-learner-choose sprint-choose"
  echo "sprint-learner-small-steps sprint-small-steps"
  echo "sprint-learner-sprint-ar-dark sprint-arabic-dark"
  echo "sprint-manager-path-view view-by-link"
}
{ pages; told; } | while read -r from to; do cp "$taken/$from.png" "docs/screenshots/$to.png"; done
