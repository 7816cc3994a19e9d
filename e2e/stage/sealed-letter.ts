/** A sealed letter of authorisation as a scanner gives it: the smallest file that is a PDF, different for each text. */
export function sealedLetter(text = '1'): Buffer {
  return Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n% ${text}\n%%EOF\n`)
}
