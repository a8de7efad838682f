"""What comes back after sending: read a report (reading), judge it (rules), act on it once (noting).

Ways in: the bounce mailbox (mailbox), Postfix by LMTP (lmtp) or pipe, providers' webhooks (webhooks), and the SMTP dialogue.
"""
