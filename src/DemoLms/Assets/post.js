document.getElementById('post')?.submit();
