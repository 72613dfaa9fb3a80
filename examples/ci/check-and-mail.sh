#!/bin/sh
# Checks a sheet and mails the verdict if the gate is not met, or if it could not be judged at all.
#
# In a crontab, every Monday at six:
#   0 6 * * 1  COPROD_TO=hr@example.org /opt/coprod/check-and-mail.sh /srv/coprod/answers.json
#
# Settings: COPROD_POLICY (default: coprod.policy.json beside the answers), COPROD_TO (who gets the mail), COPROD_MAIL
# (the mail command, default: mail), COPROD (the program, default: coprod).
set -u

answers=${1:?"usage: check-and-mail.sh ANSWERS"}
folder=$(dirname "$answers")
policy=${COPROD_POLICY:-$folder/coprod.policy.json}
to=${COPROD_TO:-root}
mail=${COPROD_MAIL:-mail}
coprod=${COPROD:-coprod}

# The verdict and whatever went wrong, in the words of a screen reader: mails are read aloud too.
verdict=$("$coprod" check "$answers" --policy "$policy" --accessible 2>&1)
code=$?

case $code in
  0) exit 0 ;;
  1) subject="Co-production: the gate is not met" ;;
  *) subject="Co-production: the gate could not be judged (exit code $code)" ;;
esac

printf '%s\n' "$verdict" | "$mail" -s "$subject" "$to" || {
  printf '%s\n' "$verdict" >&2
  echo "check-and-mail.sh: the mail could not be sent" >&2
}
exit "$code"
